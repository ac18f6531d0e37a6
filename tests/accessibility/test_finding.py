"""How readers find their way in a page: they filter, sort, choose a language, and link to what they see."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from muniprog.backends.html import HtmlBackend
from muniprog.document import (
    Block,
    BulletList,
    Column,
    ColumnKind,
    Document,
    Facet,
    Figure,
    Heading,
    InLanguage,
    Paragraph,
    Row,
    Span,
    Table,
    cell,
)
from muniprog.reports.followup import FollowUpReport
from tests.accessibility.looking import PHONE, opened, stops, violations, violations_in_both_schemes_and_widths
from tests.reported import built, three_rounds

pytestmark = pytest.mark.slow

HOUSING, WORK = Facet("theme", "housing", "Housing"), Facet("theme", "work", "Work", rank=1)
CITY, LIBRARY = Facet("owner", "city", "Åbo City"), Facet("owner", "library", "Library", former=["books", "city"])
Y2020, Y2021 = Facet("year", "2020", "2020"), Facet("year", "2021", "2021", rank=1)

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "<!--",
    "a\u2028b",
    "\"' onfocus=alert(1) x='",
    "{{ 7 * 7 }}",
    "${7}",
]

SHOWN_ROWS = (
    "[...document.querySelectorAll('main tbody tr')].filter(row => row.checkVisibility()).map(row => row.innerText)"
)


def plan() -> Document:
    """A plan with an entry of each kind: rows, rows that a cell joins, and a section."""
    money = [
        Row([cell("Advice", header=True), cell("100", value=100)], facets=[HOUSING, CITY]),
        Row([cell("Library café", header=True), cell("9", value=9)], facets=[HOUSING, LIBRARY]),
        Row([cell("Ärende", header=True), cell("–")], facets=[HOUSING, CITY]),
        Row([cell("Ådalen", header=True), cell("20", value=20)], facets=[HOUSING, CITY]),
        Row([cell("All", header=True), cell("129", value=129)]),
    ]
    goals = [
        Row([cell("Jobs", rows=2, header=True, anchor="jobs"), cell("Course"), cell("x")], facets=[WORK, CITY, Y2020]),
        Row([cell("Guide"), cell("y")], facets=[WORK, LIBRARY, Y2021]),
        Row([cell("Calm", header=True, anchor="calm"), cell("Quiet hour"), cell("z")], facets=[WORK, LIBRARY, Y2021]),
    ]
    amounts = [Column("Action"), Column("Money", kind=ColumnKind.NUMBER)]
    blocks: list[Block] = [
        Heading(1, "Overview", anchor="overview"),
        BulletList([Span("To the jobs", link="#jobs"), Span("To the calm", link="#calm"), "No link"]),
        Heading(1, "Housing", anchor="housing"),
        Paragraph("How people live."),
        Table("Money", amounts, money),
        Heading(1, "Work", anchor="work"),
        Table("Goals", [Column("Goal"), Column("Action"), Column("Mark")], goals),
        Heading(1, "Indicators", anchor="indicators"),
        Heading(2, "Jobless", anchor="jobless", facets=[WORK, CITY]),
        Table("Jobless – all periods", [Column("Period"), Column("Value")], [Row([cell("2020"), cell("5")])]),
    ]
    return Document("Plan", "sv", blocks, contents=True, former=[("jobs-2015", "jobs"), ("dwelling", "housing")])


def bilingual() -> Document:
    title = (Span("Bostad", readers=("sv",)), Span(" / ", readers=()), Span("Asunto", language="fi", readers=("fi",)))
    row = Row([cell(title), cell(Span("Enbart svenska", readers=("sv", "fi")))], facets=[HOUSING])
    blocks: list[Block] = [
        Heading(1, title, anchor="b"),
        Paragraph(Span("Så bor vi.", readers=("sv",))),
        InLanguage("fi", [Paragraph(Span("Näin asumme.", readers=("fi",)))]),
        Table("Mål", [Column("Mål"), Column("Åtgärd")], [row]),
    ]
    return Document("Plan", "sv", blocks, languages=("sv", "fi"))


def written(folder: Path, document: Document) -> Path:
    file = folder / "page.html"
    file.write_bytes(HtmlBackend().render(document))
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path, plan())


@pytest.fixture(scope="module")
def followup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a round, in Swedish and Finnish."""
    return written(
        tmp_path_factory.mktemp("followup"), built(FollowUpReport(), three_rounds(), "sv", "fi", period="2020")
    )


def rows(page: Page) -> list[str]:
    """The rows that are seen, with their cells parted by bars."""
    found: list[str] = page.evaluate(SHOWN_ROWS)
    return ["|".join(part.strip() for part in row.split("\t")) for row in found]


def shown(page: Page, *words: str) -> list[str]:
    return [word for word in words if page.get_by_text(word, exact=True).first.is_visible()]


def count(page: Page) -> str:
    return page.get_by_role("status").inner_text()


# --- Filtering ----------------------------------------------------------------------------------------------


def test_at_first_everything_is_seen(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        assert count(page) == "Visar 7 av 7"
        assert len(rows(page)) == 9


def test_an_owner_is_chosen_and_what_holds_nothing_of_it_is_gone_with_its_heading(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.get_by_label("Ansvarsinstans").select_option("Library")
        assert count(page) == "Visar 3 av 7"
        assert rows(page) == ["Library café|9", "All|129", "Jobs|Course|x", "Guide|y", "Calm|Quiet hour|z"]
        assert not page.get_by_role("heading", name="Jobless").is_visible()
        assert not page.get_by_role("heading", name="Indicators").is_visible()
        assert not page.locator("nav").get_by_text("Indicators").is_visible()
        page.get_by_label("Tema").select_option("Work")
        assert not page.get_by_text("How people live.").is_visible()


def test_rows_that_a_cell_joins_stay_together(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.get_by_label("År", exact=True).select_option("2020")
        assert rows(page) == ["Jobs|Course|x", "Guide|y"]


def test_of_rows_that_a_cell_joins_one_must_fit_in_everything(browser: Browser, file: Path) -> None:
    with opened(browser, file, "?year=2020&owner=city") as page:
        assert rows(page) == ["Jobs|Course|x", "Guide|y"]
    with opened(browser, file, "?year=2020&owner=library") as page:
        assert rows(page) == []


def test_a_line_that_leads_to_what_is_gone_is_gone(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.get_by_label("År", exact=True).select_option("2020")
        assert shown(page, "To the jobs", "To the calm", "No link") == ["To the jobs", "No link"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("café", ["Library café|9", "All|129"]), ("  QUIET  calm ", ["Calm|Quiet hour|z"]), ("jobless", ["2020|5"])],
)
def test_text_is_found_whatever_its_case_and_all_words_count(
    browser: Browser, file: Path, typed: str, expected: list[str]
) -> None:
    with opened(browser, file) as page:
        page.get_by_label("Fritext").fill(typed)
        expect(page.get_by_role("status")).to_have_text("Visar 1 av 7")
        assert rows(page) == expected


def test_a_picture_goes_with_the_last_entry_that_it_shows(browser: Browser, tmp_path: Path) -> None:
    def picture(name: str, **more: object) -> Figure:
        rows = Table(name, [Column("x")], [Row([cell("y")])])
        return Figure("<svg xmlns='http://www.w3.org/2000/svg'/>", name, rows, name, **more)  # type: ignore[arg-type]

    entries = [
        Row([cell("Advice", anchor="a1")], facets=[HOUSING]),
        Row([cell("Guide", anchor="a2")], facets=[HOUSING]),
        Row([cell("Course", anchor="a3")], facets=[WORK]),
    ]
    blocks: list[Block] = [
        Table("Actions", [Column("Action")], entries),
        Heading(1, "Charts", anchor="charts"),
        Heading(2, "Both", anchor="both"),
        picture("Both", shows=["a1", "a2"]),
        Heading(2, "One", anchor="one"),
        picture("One", told_at="a3"),
        Heading(1, "All", anchor="all"),
        picture("All"),
    ]
    with opened(browser, written(tmp_path, Document("Plan", "en", blocks)), "?text=guide") as page:
        heads = page.get_by_role("heading").all_inner_texts()
        assert heads == ["Plan", "Charts", "Both", "All"]
        assert page.get_by_role("img").count() == 2
        page.get_by_label("Free text").fill("nothing of all")
        expect(page.get_by_role("heading")).to_have_text(["Plan", "All"])


def test_one_button_shows_everything_again(browser: Browser, file: Path) -> None:
    with opened(browser, file, "?owner=library&text=calm&sort=1.2") as page:
        assert rows(page) == ["Calm|Quiet hour|z"]
        page.get_by_role("button", name="Visa allt").click()
        assert (count(page), len(rows(page))) == ("Visar 7 av 7", 9)
        assert page.url == file.as_uri()
        assert page.locator("[aria-sort]").count() == 0


def test_nothing_that_fits_is_said_as_well(browser: Browser, file: Path) -> None:
    with opened(browser, file, "?text=nowhere") as page:
        assert (count(page), rows(page)) == ("Visar 0 av 7", [])
        assert page.get_by_role("button", name="Visa allt").is_visible()


def test_who_follows_a_link_sees_where_it_leads(browser: Browser, file: Path) -> None:
    with opened(browser, file, "?theme=housing") as page:
        page.evaluate("document.querySelector('nav a[href=\"#work\"]').closest('li').hidden = false")
        page.locator("nav").get_by_role("link", name="Work").click()
        assert page.get_by_role("heading", name="Work").is_visible()
        assert page.url == file.as_uri() + "#work"


# --- Sorting ------------------------------------------------------------------------------------------------


def test_numbers_sort_by_size_and_what_has_none_comes_last_before_the_sum(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        money = page.get_by_role("columnheader", name="Money")
        money.get_by_role("button").click()
        assert [row.partition("|")[2] for row in rows(page)[:5]] == ["9", "20", "100", "–", "129"]
        assert money.get_attribute("aria-sort") == "ascending"
        money.get_by_role("button").click()
        assert [row.partition("|")[2] for row in rows(page)[:5]] == ["100", "20", "9", "–", "129"]
        assert money.get_attribute("aria-sort") == "descending"


def test_words_sort_in_the_order_of_the_language(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.get_by_role("button", name="Action").first.click()
        assert [row.partition("|")[0] for row in rows(page)[:5]] == [
            "Advice",
            "Library café",
            "Ådalen",
            "Ärende",
            "All",
        ]


def test_goals_sort_with_all_their_actions_and_only_by_what_each_has_one_of(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        goals = page.get_by_role("table", name="Goals", exact=True)
        assert goals.get_by_role("button").all_inner_texts() == ["Goal"]
        goals.get_by_role("button").click()
        assert rows(page)[5:8] == ["Calm|Quiet hour|z", "Jobs|Course|x", "Guide|y"]


def test_a_table_without_entries_is_not_sorted(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        assert page.get_by_role("table", name="Jobless").get_by_role("button").count() == 0


# --- Links that last ----------------------------------------------------------------------------------------


def test_what_is_seen_has_an_address_that_shows_it_again(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.get_by_label("Ansvarsinstans").select_option("Åbo City")
        page.get_by_label("Fritext").fill("a")
        expect(page.get_by_role("status")).to_have_text("Visar 3 av 7")
        page.get_by_role("button", name="Money").click()
        address, seen = page.url.removeprefix(file.as_uri()), rows(page)
    assert address == "?text=a&owner=city&sort=1.2"
    with opened(browser, file, address) as page:
        assert rows(page) == seen
        page.reload()
        assert rows(page) == seen


def test_the_back_button_goes_from_view_to_view(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.get_by_label("Ansvarsinstans").select_option("Library")
        page.get_by_label("År", exact=True).select_option("2021")
        assert rows(page) == ["Jobs|Course|x", "Guide|y", "Calm|Quiet hour|z"]
        page.go_back()
        assert (count(page), page.get_by_label("År", exact=True).input_value()) == ("Visar 3 av 7", "")
        page.go_back()
        assert count(page) == "Visar 7 av 7"
        page.go_forward()
        assert page.get_by_label("Ansvarsinstans").input_value() == "library"


def test_what_a_page_does_not_have_cannot_be_asked_for(browser: Browser, file: Path) -> None:
    with opened(browser, file, "?owner=nobody&year=%22%3E&sort=1.99&sort=x&sort=99.1.down&other=kept") as page:
        assert count(page) == "Visar 7 av 7"
        page.get_by_label("Ansvarsinstans").select_option("Library")
        assert page.url == file.as_uri() + "?other=kept&owner=library"


def test_a_former_identifier_shows_the_same_view_but_never_instead_of_what_has_it_now(
    browser: Browser, file: Path
) -> None:
    for asked, now in (("books", "library"), ("city", "city")):
        with opened(browser, file, f"?owner={asked}") as page:
            assert page.get_by_label("Ansvarsinstans").input_value() == now


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(("former", "now"), [("jobs-2015", "jobs"), ("dwelling", "housing")])
def test_a_former_identifier_leads_to_the_right_place(
    browser: Browser, file: Path, former: str, now: str, javascript: bool
) -> None:
    with opened(browser, file, f"#{former}", javascript=javascript) as page:
        assert page.locator(f"#{now}:has(> :target)").count() == 1


@pytest.mark.parametrize("javascript", [True, False])
def test_headings_and_items_have_links_that_are_seen_when_they_are_reached(
    browser: Browser, file: Path, javascript: bool
) -> None:
    with opened(browser, file, javascript=javascript) as page:
        heading = page.get_by_role("link", name="Permanent länk: Work")
        item = page.locator("#jobs").get_by_role("link", name="Permanent länk")
        for link, address in ((heading, "#work"), (item, "#jobs")):
            assert link.evaluate("each => getComputedStyle(each).opacity") == "0"
            link.focus()
            assert link.evaluate("each => getComputedStyle(each).opacity") == "1"
            page.keyboard.press("Enter")
            assert page.url == file.as_uri() + address


# --- Languages ----------------------------------------------------------------------------------------------


def test_one_of_several_languages_can_be_read_alone(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, written(tmp_path, bilingual())) as page:
        heading = page.get_by_role("heading", name="Bostad")
        assert heading.inner_text() == "Bostad / Asunto"
        choice = page.get_by_label("Språk")
        assert choice.locator("option").all_inner_texts() == ["Alla sida vid sida", "svenska", "suomi"]
        choice.select_option("suomi")
        assert page.get_by_role("heading").nth(1).inner_text() == "Asunto"
        assert rows(page) == ["Asunto|Enbart svenska"]
        assert shown(page, "Så bor vi.", "Näin asumme.") == ["Näin asumme."]
        assert not page.locator("div.other", has_text="Så bor vi.").is_visible()
        choice.select_option("svenska")
        assert rows(page) == ["Bostad|Enbart svenska"]
        assert shown(page, "Så bor vi.", "Näin asumme.") == ["Så bor vi."]
        assert not page.locator("div.other").is_visible()
        choice.select_option("")
        assert rows(page) == ["Bostad / Asunto|Enbart svenska"]


def test_what_is_not_translated_says_so_where_one_language_is_chosen(browser: Browser, tmp_path: Path) -> None:
    def sign(page: Page, text: str) -> str:
        element = page.get_by_text(text, exact=True).last
        return str(element.evaluate("each => getComputedStyle(each, '::before').content"))

    with opened(browser, written(tmp_path, bilingual()), "?language=fi") as page:
        assert "[sv]" in sign(page, "Enbart svenska")
        assert sign(page, "Asunto") == "none"
    with opened(browser, written(tmp_path, bilingual()), "?language=sv") as page:
        assert sign(page, "Enbart svenska") == "none"


def test_the_pages_own_words_follow_the_language(browser: Browser, tmp_path: Path) -> None:
    title = (Span("Bostad", readers=("sv",)), Span(" / ", readers=()), Span("Asunto", language="fi", readers=("fi",)))
    themes = [Facet("theme", "a", title), Facet("theme", "b", "B", rank=1)]
    blocks: list[Block] = [
        Heading(1, title, anchor="h"),
        Table("T1", [Column("A")], [Row([cell("x")], facets=themes[:1]), Row([cell("y")], facets=themes)]),
    ]
    document = Document("Plan", "sv", blocks, languages=("sv", "fi"), contents=True)

    def said(page: Page) -> tuple[str, str, list[str], str]:
        theme = page.locator("[name=theme]")
        label = page.locator("label", has=page.locator("[data-for]")).nth(1).inner_text()
        return page.locator("nav h2").inner_text(), label, theme.locator("option").all_inner_texts(), count(page)

    with opened(browser, written(tmp_path, document)) as page:
        swedish = ("Innehåll", "Tema", ["Alla", "Bostad / Asunto", "B"], "Visar 2 av 2")
        assert said(page) == swedish
        page.locator("[name=language]").select_option("fi")
        assert said(page) == ("Sisällys", "Teema", ["Kaikki", "Asunto", "B"], "Näytetään 2 / 2")
        assert page.get_by_role("search", name="Hae ja näytä").is_visible()
        page.locator("[name=language]").select_option("")
        assert said(page) == swedish


def test_a_language_stays_when_everything_is_shown_again(browser: Browser, tmp_path: Path) -> None:
    file = written(tmp_path, bilingual())
    with opened(browser, file, "?language=fi&text=x") as page:
        page.get_by_role("button", name="Näytä kaikki").click()
        assert page.url == file.as_uri() + "?language=fi"


# --- For everybody ------------------------------------------------------------------------------------------


def test_everything_is_done_with_the_keyboard(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.locator("summary").focus()
        page.keyboard.press("Tab")
        page.keyboard.type("calm")
        expect(page.get_by_role("status")).to_have_text("Visar 1 av 7")
        page.keyboard.press("Enter")
        assert page.url == file.as_uri() + "?text=calm"
        for _ in range(3):
            page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert count(page) == "Visar 7 av 7"
        page.get_by_role("button", name="Money").focus()
        page.keyboard.press("Space")
        assert page.get_by_role("columnheader", name="Money").get_attribute("aria-sort") == "ascending"
        assert page.evaluate("document.activeElement.innerText") == "Money"


def test_each_stop_of_a_filtered_view_is_seen(browser: Browser, followup: Path) -> None:
    with opened(browser, followup, "?status=done&language=fi") as page:
        found = stops(page)
    assert [focus for focus in found if not (focus.outlined and focus.shown)] == []


@pytest.mark.parametrize("view", ["?status=done", "?language=fi&text=kurssi", "?theme=saknas&owner=x&text=zzz"])
def test_axe_finds_nothing_in_a_filtered_view(browser: Browser, followup: Path, view: str) -> None:
    with opened(browser, followup, view) as page:
        page.locator("th button:visible").first.click() if "zzz" not in view else None
        assert violations_in_both_schemes_and_widths(page) == []


def test_on_a_narrow_screen_the_form_is_closed_until_it_is_asked_for(browser: Browser, file: Path) -> None:
    with opened(browser, file, width=PHONE) as page:
        assert not page.get_by_label("Fritext").is_visible()
        assert page.get_by_role("search").bounding_box()["height"] < 100  # type: ignore[index]
        assert violations(page) == []
        page.locator("summary").click()
        assert page.get_by_label("Fritext").is_visible()
    with opened(browser, file, "?owner=city", width=PHONE) as page:
        assert page.get_by_label("Fritext").is_visible()


def test_paper_has_what_is_seen_and_nothing_to_press(browser: Browser, file: Path) -> None:
    with opened(browser, file, "?owner=library") as page:
        page.emulate_media(media="print")
        assert not page.get_by_label("Fritext").is_visible()
        assert not page.locator(".link").first.is_visible()
        assert shown(page, "Visar 3 av 7", "Ansvarsinstans: Library") == ["Visar 3 av 7", "Ansvarsinstans: Library"]
        assert len(rows(page)) == 5


def test_on_paper_the_titles_of_columns_are_words_which_are_repeated_on_every_page(
    browser: Browser, file: Path
) -> None:
    with opened(browser, file) as page:
        page.emulate_media(media="print")
        title = page.get_by_role("columnheader", name="Money").locator("button")
        assert title.evaluate("each => getComputedStyle(each).display") == "contents"


def test_paper_says_nothing_of_a_filter_where_there_is_none(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.emulate_media(media="print")
        assert not page.get_by_role("search").is_visible()


def test_a_table_of_sums_stays_with_its_section(browser: Browser, tmp_path: Path) -> None:
    entry = Row([cell("Advice", header=True)], facets=[HOUSING])
    blocks: list[Block] = [
        Heading(1, "Summary", anchor="summary"),
        Table("Sums", [Column("Status")], [Row([cell("done")])]),
        Heading(2, "Changes", anchor="changes"),
        Table("Changed", [Column("Action")], [entry]),
    ]
    with opened(browser, written(tmp_path, Document("Plan", "en", blocks)), "?text=zzz") as page:
        assert rows(page) == ["done"]
        assert page.get_by_role("heading", name="Summary").is_visible()
        assert not page.get_by_role("heading", name="Changes").is_visible()


# --- X01: whatever somebody has typed -----------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_what_somebody_typed_is_text_and_can_be_found(browser: Browser, tmp_path: Path, text: str) -> None:
    facets = [Facet("owner", "a", text), Facet("owner", "b", "B")]
    row = [
        Row([cell(text, anchor="a"), cell("x", value=text)], facets=facets),
        Row([cell("B"), cell("y")], facets=facets[1:]),
    ]
    document = Document(text, "en", [Heading(1, text, anchor="h"), Table(text, [Column("A"), Column(text)], row)])
    harmless = Document("x", "en", [Heading(1, "x", anchor="h"), Table("x", [Column("A"), Column("x")], row)])
    with opened(browser, written(tmp_path, harmless)) as page:
        elements = page.evaluate("document.querySelectorAll(':not(br)').length")
    with opened(browser, written(tmp_path, document)) as page:
        assert page.evaluate("document.querySelectorAll(':not(br)').length") == elements
        page.get_by_label("Free text").fill(text)
        expect(page.get_by_role("status")).to_have_text("Showing 1 of 2")
        page.locator("th button").last.click()
        assert page.locator("img").count() == 0


def test_no_code_but_the_pages_own_runs(browser: Browser, tmp_path: Path) -> None:
    file = written(tmp_path, plan())
    page_text = file.read_text(encoding="utf-8").replace("</main>", "<script>document.title = 'run'</script></main>")
    file.write_text(page_text, encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.title() == "Plan"
    made = "(() => { try { document.body.innerHTML = 'x'; return 'made' } catch (error) { return error.name } })()"
    assert page.evaluate(made) == "TypeError"
    context.close()
