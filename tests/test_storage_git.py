"""Folders in a git repository: their history is what has been committed, and it is only read."""

import os
from datetime import date
from pathlib import Path

import pytest

import muniprog as mp
from muniprog.errors import ConflictError, StorageError
from muniprog.interfaces import KeepsHistory
from muniprog.source import Plain
from muniprog.storage.files import FileDriver, FileStorage
from muniprog.storage.git import GitFileStorage
from muniprog.storage.repository import Repository, matching
from tests.git import commit_all, git, repository

MAIN = """\
muniprog: 1
id: plan
title: {title}
period: 2019–2022
languages: [sv]
themes: [themes/boende.yaml]
"""
THEME = "id: boende\ntitle: {title}\n"


def write(folder: Path, title: str, theme: str = "Boende") -> Path:
    (folder / "themes").mkdir(parents=True, exist_ok=True)
    (folder / "programme.yaml").write_text(MAIN.format(title=title), encoding="utf-8")
    (folder / "themes" / "boende.yaml").write_text(THEME.format(title=theme), encoding="utf-8")
    return folder


def opened(path: Path | str) -> GitFileStorage:
    storage = FileDriver().open(str(path))
    assert isinstance(storage, GitFileStorage)
    return storage


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a programme in the folder `vasa`, in three states on three days."""
    top = repository(tmp_path / "root")
    for year in (2019, 2020, 2021):
        write(top / "vasa", f"Plan {year}")
        commit_all(top, f"Året {year}", by=f"Planerare {year}", on=f"{year}-06-01T23:30:00+02:00")
    return top


def titles(storage: GitFileStorage, identifier: str = "plan") -> list[Plain]:
    revisions = storage.history(identifier)
    return [storage.load(identifier, revision=each.revision).source.mapping["title"] for each in revisions]


def test_a_folder_keeps_history_only_in_a_repository(tmp_path: Path, root: Path) -> None:
    assert not isinstance(FileDriver().open(str(write(tmp_path / "alone", "Plan"))), KeepsHistory)
    assert isinstance(FileDriver().open(str(root / "vasa")), KeepsHistory)
    assert isinstance(FileDriver().open(str(root / "nowhere" / "yet.yaml")), KeepsHistory)


def test_without_git_a_folder_keeps_no_history(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert type(FileDriver().open(str(root / "vasa"))) is FileStorage


def test_history_tells_who_when_and_why(root: Path) -> None:
    latest, _, first = opened(root / "vasa").history("plan")
    assert (latest.by, latest.note, latest.when.isoformat()) == (
        "Planerare 2021",
        "Året 2021",
        "2021-06-01T21:30:00+00:00",
    )
    assert first.note == "Året 2019"


def test_a_state_is_loaded_by_any_name_that_git_has_for_it(root: Path) -> None:
    git(root, "tag", "beslutat", "HEAD~2")
    for name, title in (
        ("HEAD~1", "Plan 2020"),
        ("beslutat", "Plan 2019"),
        (git(root, "rev-parse", "HEAD")[:9], "Plan 2021"),
    ):
        assert str(mp.load(f"{root / 'vasa'}@{name}").title) == title


@pytest.mark.parametrize(
    ("day", "title"), [("2019-06-01", "Plan 2019"), ("2020-05-31", "Plan 2019"), ("2021-12-31", "Plan 2021")]
)
def test_a_day_is_the_last_state_of_that_day(root: Path, day: str, title: str) -> None:
    assert str(mp.load(f"{root / 'vasa'}@{day}").title) == title
    assert str(mp.load(f"{root / 'vasa'}#plan@{day}").title) == title


def test_before_the_first_day_there_is_nothing(root: Path) -> None:
    with pytest.raises(StorageError, match=r"“plan” was not there on .*2019"):
        mp.load(f"{root / 'vasa'}@2019-05-31")


def test_what_is_not_committed_is_no_part_of_the_history(root: Path) -> None:
    storage = opened(root / "vasa")
    before = storage.history("plan")
    base = storage.load()
    saved = storage.save({**base.source.mapping, "title": "Ny"}, base=base)
    assert storage.history("plan") == before
    assert storage.load(revision="HEAD").source.mapping["title"] == "Plan 2021"
    assert storage.load(revision=saved.revision).source.mapping["title"] == "Ny"
    assert git(root, "status", "--porcelain") == "M vasa/programme.yaml"


def test_a_change_of_a_theme_is_a_state_and_a_change_of_something_else_is_none(root: Path) -> None:
    write(root / "vasa", "Plan 2021", theme="Boende och bygge")
    commit_all(root, "Temat")
    (root / "README.yaml").write_text("other: 1", encoding="utf-8")
    (root / "vasa" / "notes.yaml").write_text("other: 1", encoding="utf-8")
    commit_all(root, "Annat")
    storage = opened(root / "vasa")
    assert [each.note for each in storage.history("plan")] == ["Temat", "Året 2021", "Året 2020", "Året 2019"]
    (theme,) = mp.load(f"{root / 'vasa'}@HEAD~2").all_themes
    assert str(theme.title) == "Boende"


def test_a_programme_is_followed_to_its_former_folder(root: Path) -> None:
    (root / "vasa").rename(root / "vasa-2019")
    commit_all(root, "Flyttat")
    write(root / "vasa-2019", "Plan 2022")
    commit_all(root, "Ändrat")
    storage = opened(f"{root}/")
    assert titles(storage) == ["Plan 2022", "Plan 2021", "Plan 2021", "Plan 2020", "Plan 2019"]
    assert titles(opened(root / "vasa-2019")) == titles(storage)


def test_a_programme_that_was_moved_away_and_back(root: Path) -> None:
    (root / "vasa").rename(root / "other")
    commit_all(root, "Bort")
    write(root / "other", "Plan 2022")
    commit_all(root, "Ändrat")
    (root / "other").rename(root / "vasa")
    commit_all(root, "Hem")
    storage = opened(root / "vasa")
    notes = [each.note for each in storage.history("plan")]
    assert notes == ["Hem", "Ändrat", "Bort", "Året 2021", "Året 2020", "Året 2019"]
    assert titles(storage) == ["Plan 2022", "Plan 2022", "Plan 2021", "Plan 2021", "Plan 2020", "Plan 2019"]


def test_a_removed_file_is_found_by_its_identifier(root: Path) -> None:
    (root / "other.yaml").write_text(MAIN.format(title="Annat").replace("[themes/boende.yaml]", "[]"), encoding="utf-8")
    commit_all(root, "En fil")
    (root / "other.yaml").unlink()
    commit_all(root, "Ingen fil")
    assert titles(opened(root / "other.yaml")) == ["Annat"]


def test_a_programme_in_one_file_has_a_history_of_its_own(root: Path) -> None:
    (root / "other.yaml").write_text(MAIN.format(title="Annat").replace("[themes/boende.yaml]", "[]"), encoding="utf-8")
    commit_all(root, "En fil")
    assert titles(opened(root / "other.yaml")) == ["Annat"]


def test_a_removed_programme_is_found_by_its_identifier(root: Path) -> None:
    write(root / "other", "Annat")
    (root / "other" / "programme.yaml").write_text("no: [programme", encoding="utf-8")
    commit_all(root, "Trasigt")
    for name in ("vasa", "other"):
        for file in sorted((root / name).rglob("*.yaml")):
            file.unlink()
    commit_all(root, "Borttaget", on="2022-01-01T12:00:00+00:00")
    storage = opened(root)
    assert titles(storage) == ["Plan 2021", "Plan 2020", "Plan 2019"]
    with pytest.raises(StorageError, match=r"“plan” was not there on .*2022"):
        storage.revision_on("plan", date(2022, 1, 1))
    with pytest.raises(StorageError, match="no programme"):
        storage.load("plan")
    assert titles(opened(root / "vasa")) == titles(storage)
    with pytest.raises(StorageError, match="git knows of no programme “gone”"):
        storage.history("gone")


def test_a_state_is_shown_and_saved_where_the_programme_lies(root: Path) -> None:
    storage = opened(root / "vasa")
    place = storage.load(revision="HEAD~1").source.where(("themes", 0, "title"))
    assert place is not None
    assert place.file == str(root / "vasa" / "themes" / "boende.yaml")
    now = storage.load(revision="HEAD")
    assert storage.save({**now.source.mapping, "title": "Ny"}, base=now).source.mapping["title"] == "Ny"
    with pytest.raises(ConflictError):
        storage.save({**now.source.mapping, "title": "Nyare"}, base=storage.load(revision="HEAD~1"))


def test_a_commit_without_the_programme(root: Path) -> None:
    git(root, "checkout", "--quiet", "--orphan", "other")
    git(root, "rm", "--quiet", "--cached", "-r", ".")
    (root / "vasa").rename(root.parent / "vasa")
    commit_all(root, "Tomt")
    write(root / "vasa", "Plan")
    storage = opened(root / "vasa")
    with pytest.raises(StorageError, match="The commit “HEAD” holds no such programme"):
        storage.load(revision="HEAD")
    assert storage.history("plan") == ()


def test_a_repository_without_commits(tmp_path: Path) -> None:
    storage = opened(write(repository(tmp_path / "new"), "Plan"))
    with pytest.raises(StorageError, match="git knows of no programme “plan”"):
        storage.history("plan")
    with pytest.raises(StorageError, match="“HEAD” is no commit"):
        storage.load(revision="HEAD")


@pytest.mark.parametrize(
    "revision",
    [
        "--all",
        "--output=made",
        "-x",
        "HEAD:vasa",
        "HEAD..HEAD~1",
        "HEAD HEAD~1",
        "a\nb",
        "å",
        "$(touch made)",
        "HEAD^{tree}",
    ],
)
def test_what_is_no_revision_is_a_sentence_and_nothing_else(root: Path, revision: str) -> None:
    before = sorted(root.rglob("*"))
    with pytest.raises(StorageError, match="is no commit in the history"):
        opened(root / "vasa").load(revision=revision)
    assert sorted(root.rglob("*")) == before


def test_nothing_that_a_repository_says_is_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = root.parent / "made"
    trap = root.parent / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {made}\n", encoding="utf-8")
    trap.chmod(0o755)
    for setting in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "gpg.program", "alias.log"):
        git(root, "config", setting, f"!{trap}" if setting.startswith("alias") else str(trap))
    git(root, "config", "log.showSignature", "true")
    git(root, "config", "core.hooksPath", str(root.parent))
    git(root, "config", "diff.trap.textconv", str(trap))
    (root / ".gitattributes").write_text("*.yaml diff=trap filter=trap\n", encoding="utf-8")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert titles(opened(root / "vasa")) == ["Plan 2021", "Plan 2020", "Plan 2019"]
    assert not made.exists()


def test_odd_names_of_folders_are_names(tmp_path: Path) -> None:
    top = repository(tmp_path / "root")
    for name in ("*", "[a]", "--all", ":(top)x", "å ä"):
        write(top / name, name.replace(":", ""))
        commit_all(top, f"Ny {name}")
    write(top / "*", "Ändrat")
    commit_all(top, "Ändrat")
    for name in ("[a]", "--all", ":(top)x", "å ä"):
        assert [each.note for each in opened(top / name).history("plan")] == [f"Ny {name}"]
    assert [each.note for each in opened(top / "*").history("plan")] == ["Ändrat", "Ny *"]
    assert matching("a*", "*.yaml") == r":(top,glob)a\*/*.yaml"


def test_a_file_that_is_being_edited_hides_no_history(root: Path) -> None:
    (root / "vasa" / "themes" / "boende.yaml").write_text("id: [", encoding="utf-8")
    assert len(opened(root / "vasa").history("plan")) == 3


def test_a_file_whose_name_leads_out_is_not_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = Repository.files
    monkeypatch.setattr(
        Repository, "files", lambda *asked: {**files(*asked), "../out.yaml": next(iter(files(*asked).values()))}
    )
    assert opened(root / "vasa").load(revision="HEAD").source.mapping["title"] == "Plan 2021"


def fake_git(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put another `git` before the real one."""
    folder.mkdir()
    (folder / "git").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_a_repository_of_somebody_else(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(
        tmp_path / "bin", "echo \"fatal: detected dubious ownership in repository at '/x'\" >&2; exit 128", monkeypatch
    )
    with pytest.raises(StorageError) as refused:
        opened(root / "vasa").history("plan")
    assert str(refused.value) == (
        f"git does not read “{root}”, since it belongs to another user. If you trust whoever that is: "
        f"git config --global --add safe.directory {root}"
    )


def test_what_git_complains_of_is_passed_on(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(tmp_path / "bin", "echo 'fatal: bad object' >&2; exit 128", monkeypatch)
    with pytest.raises(StorageError, match="git cannot read “.*root”. It says: fatal: bad object"):
        opened(root / "vasa").history("plan")


def test_a_git_that_cannot_be_run(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(tmp_path / "bin", "", monkeypatch)
    (tmp_path / "bin" / "git").write_bytes(b"")
    (tmp_path / "bin" / "git").chmod(0)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(StorageError, match="git cannot read"):
        opened(root / "vasa").history("plan")


def test_a_closed_folder_tells_no_history(root: Path) -> None:
    with opened(root / "vasa") as storage:
        pass
    for ask in (lambda: storage.history("plan"), lambda: storage.load(revision="HEAD")):
        with pytest.raises(StorageError, match="was closed"):
            ask()


def test_a_programme_at_the_top_of_its_repository(tmp_path: Path) -> None:
    top = write(repository(tmp_path / "top"), "Plan")
    commit_all(top, "Allt")
    storage = opened(top)
    base = storage.load()
    storage.save({**base.source.mapping, "follow_ups": [{"period": 2020}]}, base=base)
    commit_all(top, "En runda")
    assert [each.note for each in storage.history("plan")] == ["En runda", "Allt"]
    assert "follow_ups" not in storage.load(revision="HEAD~1").source.mapping
