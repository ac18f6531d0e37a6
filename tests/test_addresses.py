"""Addresses are taken apart without surprise: whatever exists as it is written is meant as it is written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.addresses import Address, shown


def parts(text: str) -> tuple[str, str, str | None, str | None]:
    address = Address.of(text)
    return address.scheme, address.location, address.identifier, address.revision


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vasa_2019_2022", ("file", "vasa_2019_2022", None, None)),
        ("vasa@HEAD~3", ("file", "vasa", None, "HEAD~3")),
        ("plans/vasa@origin/main", ("file", "plans/vasa", None, "origin/main")),
        ("plans#vasa", ("file", "plans", "vasa", None)),
        ("plans#vasa@7", ("file", "plans", "vasa", "7")),
        ("plans#", ("file", "plans", None, None)),
        ("plans@", ("file", "plans", None, None)),
        ("plans#@7", ("file", "plans", None, "7")),
        ("sqlite:///programmes.db", ("sqlite", "sqlite:///programmes.db", None, None)),
        ("sqlite:///programmes.db#vasa@7", ("sqlite", "sqlite:///programmes.db", "vasa", "7")),
        ("postgresql://a@host/plans", ("postgresql", "postgresql://a@host/plans", None, None)),
        ("postgresql://a:b@host/plans#vasa@7", ("postgresql", "postgresql://a:b@host/plans", "vasa", "7")),
        ("memory:", ("memory", "memory:", None, None)),
        ("s3+https://host/x", ("s3+https", "s3+https://host/x", None, None)),
        (r"C:\plans\vasa", ("file", r"C:\plans\vasa", None, None)),
        (r"C:\plans#vasa@7", ("file", r"C:\plans", "vasa", "7")),
        ("C:/plans/vasa", ("file", "C:/plans/vasa", None, None)),
        (r"\\server\plans\vasa", ("file", r"\\server\plans\vasa", None, None)),
        ("file:plans#vasa", ("file", "plans", "vasa", None)),
        ("file:///srv/my%20plans@HEAD", ("file", "/srv/my plans", None, "HEAD")),
        ("file://localhost/srv/plans", ("file", "/srv/plans", None, None)),
        ("file:///C:/plans", ("file", "C:/plans", None, None)),
        ("", ("file", "", None, None)),
        ("x" * 5000, ("file", "x" * 5000, None, None)),
        ("a\0b", ("file", "a\0b", None, None)),
    ],
)
def test_an_address_has_parts(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "name", ["plan@home", "plan#2", "a@b#c@d", "utkast: 2019", "ab:cd", "100%25", "mål åäö", " x "]
)
def test_a_path_that_exists_is_meant_as_it_is_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    assert parts(name) == ("file", name, None, None)
    assert parts(str(tmp_path / name)) == ("file", str(tmp_path / name), None, None)
    assert parts(f"file:{name}") == ("file", name, None, None)


def test_what_stands_after_an_existing_path_with_odd_letters_is_understood(tmp_path: Path) -> None:
    assert parts(f"{tmp_path}#vasa@7") == ("file", str(tmp_path), "vasa", "7")


@given(st.text(max_size=30), st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,9}", fullmatch=True))
def test_any_text_is_an_address(text: str, identifier: str) -> None:
    address = Address.of(text)
    assert str(address).startswith(address.location)
    named = Address.of(f"sqlite:///plans.db#{identifier}")
    assert Address.of(str(named)) == named


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://anna:secret@db/city#vasa@7", "postgresql://anna@db/city#vasa@7"),
        ("postgresql://anna:sec@ret/x@db/city", "postgresql://anna@db/city"),
        ("postgresql://anna@db:5432/city#vasa@7", "postgresql://anna@db:5432/city#vasa@7"),
        ("postgresql://db/city?password=secret", "postgresql://db/city?password=…"),
        ("postgresql://db/city?sslmode=require&password=secret#x", "postgresql://db/city?sslmode=require&password=…#x"),
        ("sqlite:///programmes.db#vasa@7", "sqlite:///programmes.db#vasa@7"),
        ("plans/vasa@HEAD~3", "plans/vasa@HEAD~3"),
    ],
)
def test_an_address_is_shown_without_a_password(address: str, expected: str) -> None:
    assert shown(address) == expected
