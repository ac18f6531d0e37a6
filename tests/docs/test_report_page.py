"""The report that the documentation writes is found, printed by every backend, and tells nothing that is internal."""

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import muniprog
from muniprog.backends.html import HtmlBackend
from muniprog.backends.text import TextBackend
from muniprog.plugins import load_plugins
from muniprog.testing import programmes
from tests.builders import action, goal, leads, owner, programme, theme

if TYPE_CHECKING:
    from tests.conftest import SitePackages

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-report.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def starting(site: "SitePackages") -> muniprog.Report:
    """The report of the page, installed as it says."""
    project = tomllib.loads(blocks("toml")[0])["project"]
    site.install(project["name"], project["entry-points"]["muniprog"], {"muniprog_starting": blocks("python")[0]})
    return load_plugins(entry_points=site.entry_points(), strict=True).reports.find("starting")


def printed(report: muniprog.Report, whose: muniprog.Programme, *, internal: bool = False) -> str:
    options = muniprog.ReportOptions(languages=("sv", "fi"), internal=internal)
    return TextBackend().render(report.build(whose, options)).decode()


def test_the_report_of_the_page_tells_what_is_internal_only_when_asked(starting: muniprog.Report) -> None:
    items = (action("open", title="Öppet", timeframe="2020"), action("secret", title="Dolt", timeframe="2020"))
    hidden = attrs.evolve(items[1], visibility=muniprog.Visibility.INTERNAL)
    plan = programme(theme("t", goal("g", items[0], hidden, owners=leads("kultur"))), owners=(owner("kultur"),))
    assert "Öppet" in printed(starting, plan)
    assert "Dolt" not in printed(starting, plan)
    assert "Dolt" in printed(starting, plan, internal=True)


def test_readers_of_the_report_of_the_page_can_choose_their_language(starting: muniprog.Report) -> None:
    options = muniprog.ReportOptions(languages=("sv", "fi"), period=muniprog.Period.parse(2020))
    page = HtmlBackend().render(starting.build(muniprog.load("vasa_2019_2022"), options)).decode()
    assert re.search('data-for="fi"[^>]*>Henkilöstöpalvelut', page)
    assert 'data-for=""' in page


def test_the_report_of_the_page_is_about_any_programme(starting: muniprog.Report) -> None:
    @settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(programmes())
    def of_any(whose: muniprog.Programme) -> None:
        assert printed(starting, whose)

    of_any()
