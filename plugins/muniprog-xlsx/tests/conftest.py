"""Forms and workbooks that the tests share."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import attrs
import openpyxl
import pytest

import muniprog
from muniprog_xlsx import FormWorkbook

K = muniprog.QuestionKind
STATUSES = ("Inte påbörjad", "Pågår", "Klar", "Inställd")
WORDS = {
    "instructions": "Anvisningar",
    "last": "Förra gången",
    "answer": "Svar",
    "unit": "Enhet",
    "deadline": "Senast",
    "so_far": "Hittills",
    "question": "Fråga",
    "part": "Del",
    "key": "Nyckel",
}


def _action(number: int) -> muniprog.FormRow:
    questions = {
        "status": muniprog.Question(
            field="status", kind=K.CHOICE, choices=STATUSES, last="Pågår", now="Pågår" if number == 1 else None
        ),
        "note": muniprog.Question(
            field="note", kind=K.TEXT, last="- språkkafé", now="=> på gång" if number == 1 else None
        ),
    }
    if number != 3:
        now = date(2020, 12, 31) if number == 1 else None
        questions["planned_end"] = muniprog.Question(field="planned_end", kind=K.DATE, now=now)
    shown = {"title": f"Åtgärd {number}", "timeframe": "2019–2022"}
    return muniprog.FormRow(key=f"atgard-{number}", shown=shown, questions=questions)


def _value(number: int) -> muniprog.FormRow:
    is_share = number == 1
    value = muniprog.Question(
        field="value",
        kind=K.NUMBER,
        unit="%" if is_share else "personer",
        minimum=Decimal(0),
        maximum=Decimal(100) if is_share else None,
        decimals=1 if is_share else 0,
        last="41,5",
        now=Decimal("43.5") if is_share else None,
    )
    return muniprog.FormRow(
        key=f"matare-{number}@2020", shown={"title": f"Mätare {number}"}, questions={"value": value}
    )


ACTIONS = muniprog.FormPart(
    name="actions",
    title="Åtgärder",
    columns=(
        muniprog.FormColumn(field="title", title="Åtgärd", width=1.5),
        muniprog.FormColumn(field="timeframe", title="Tidtabell", width=0.5),
        muniprog.FormColumn(field="status", title="Läge", kind=K.CHOICE, help="Hur långt den har kommit."),
        muniprog.FormColumn(field="note", title="Vad har gjorts", kind=K.TEXT, width=2),
        muniprog.FormColumn(field="planned_end", title="Planerat slut", kind=K.DATE),
    ),
    rows=tuple(_action(number) for number in (1, 2, 3)),
)
INDICATORS = muniprog.FormPart(
    name="indicators",
    title="Mätare",
    columns=(
        muniprog.FormColumn(field="title", title="Mätare"),
        muniprog.FormColumn(field="value", title="Utfall", kind=K.NUMBER),
    ),
    rows=tuple(_value(number) for number in (1, 2)),
)
FORM = muniprog.Form(
    address=muniprog.FormAddress(
        programme="vasa-2019-2022", round="2020", owner="welcome-office", language="sv", edition="1f3a"
    ),
    title="Uppföljning 2020: Welcome Office",
    programme="Vasa stads integrationsprogram 2019–2022",
    owner="Welcome Office",
    round="Uppföljning 2020",
    last_round="2019",
    deadline=date(2021, 1, 31),
    notice="exempeldata / esimerkkitietoa / sample data",
    instructions=("Fyll i de gula cellerna.", "Det ni inte vet kan ni lämna tomt."),
    words=WORDS,
    parts=(ACTIONS, INDICATORS),
)

Edit = Callable[[openpyxl.Workbook], object]
Asking = Callable[..., muniprog.Form]
Returned = Callable[..., muniprog.FilledForm]
Package = Callable[..., bytes]


@pytest.fixture(scope="session")
def form() -> muniprog.Form:
    """A form with two parts: three actions and two indicators."""
    return FORM


@pytest.fixture
def asking() -> Asking:
    """Return a form that asks the given questions, one a row, in one column."""

    def ask(*questions: muniprog.Question, **changes: object) -> muniprog.Form:
        field, kind = questions[0].field, questions[0].kind
        columns = (
            muniprog.FormColumn(field="title", title="Rad"),
            muniprog.FormColumn(field=field, title="Fråga", kind=kind),
        )
        rows = tuple(
            muniprog.FormRow(key=f"rad-{number}", shown={"title": f"Rad {number}"}, questions={field: question})
            for number, question in enumerate(questions, 1)
        )
        part = muniprog.FormPart(name="actions", title="Åtgärder", columns=columns, rows=rows)
        return attrs.evolve(FORM, **{"parts": (part,), "last_round": "", **changes})  # type: ignore[arg-type]

    return ask


@pytest.fixture
def returned(form: muniprog.Form) -> Returned:
    """Return the form as it is read after somebody has worked on it with another program."""

    def work(edit: Edit, sent: muniprog.Form = form) -> muniprog.FilledForm:
        workbook = openpyxl.load_workbook(BytesIO(FormWorkbook().write(sent)))
        edit(workbook)
        saved = BytesIO()
        workbook.save(saved)
        return FormWorkbook().read(saved.getvalue(), "svar.xlsx")

    return work


@pytest.fixture
def package() -> Package:
    """Return a workbook of one sheet, put together by hand."""

    def pack(cells: str, **parts: str) -> bytes:
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        links = "http://schemas.openxmlformats.org/package/2006/relationships"

        def relations(*targets: tuple[str, str]) -> str:
            lines = (
                f'<Relationship Id="r{number}" Type="{office}/{kind}" Target="{target}"/>'
                for number, (kind, target) in enumerate(targets, 1)
            )
            return f'<Relationships xmlns="{links}">{"".join(lines)}</Relationships>'

        extra = [(kind, f"{kind}.xml") for kind in ("sharedStrings", "styles") if kind in parts]
        files = {
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><workbookPr {parts.get("workbook", "")}/>'
            '<sheets><sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml"), *extra),
            "xl/worksheets/sheet1.xml": parts.get("sheet")
            or f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
            **{f"xl/{kind}.xml": parts[kind] for kind, _ in extra},
        }
        target = BytesIO()
        with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
            for name, text in files.items():
                if text != "missing":
                    zipped.writestr(name, text)
        return target.getvalue()

    return pack


LibreOffice = Callable[[dict[str, bytes], str], dict[str, bytes]]


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """Open workbooks in LibreOffice and return them as it saves them as another type; skipped where there is none.

    Each call is a start of the program, which takes longer than a dozen files.
    """
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (Debian's package `libreoffice-calc`).")
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"

    def save_as(workbooks: dict[str, bytes], to: str) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("opened")
        for name, data in workbooks.items():
            (folder / f"{name}.xlsx").write_bytes(data)
        files = [str(folder / f"{name}.xlsx") for name in workbooks]
        command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder / "saved"), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return {name: (folder / "saved" / f"{name}.{to}").read_bytes() for name in workbooks}

    return save_as


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """Return the text of each page of a PDF file; skipped where nothing reads it."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed (Debian's package `poppler-utils`).")

    def pages(file: bytes) -> list[str]:
        path = tmp_path_factory.mktemp("printed") / "file.pdf"
        path.write_bytes(file)
        done = subprocess.run([program, "-layout", path, "-"], check=True, capture_output=True, encoding="utf-8")
        return done.stdout.split("\f")[:-1]

    return pages
