"""How sheets come on paper: no picture is torn that would be whole on a page of its own."""

from muniprog_xlsx.reports.paper import Paper, page_breaks, paper_of_picture


def breaks(height: float, starts: list[int], across: float = 100.0) -> list[int]:
    return list(page_breaks(height, across, starts))


def test_a_picture_that_fits_below_its_table_stays_there() -> None:
    assert breaks(60, [8, 27]) == []


def test_a_picture_that_does_not_fit_begins_a_page() -> None:
    assert breaks(300, [22, 45]) == [22]


def test_each_of_several_pictures_is_whole() -> None:
    assert breaks(60, [8, 38, 68]) == [8, 38]
    assert breaks(420, [17, 50, 82]) == [17, 50]
    assert breaks(60, [8, 16, 24]) == []


def test_below_a_long_table_only_the_last_page_counts() -> None:
    assert breaks(370 + 470, [70, 90]) == breaks(370, [30, 50])


def test_a_wide_sheet_is_printed_smaller_so_that_more_goes_on_a_page() -> None:
    assert breaks(200, [20, 35], across=100.0) == [20]
    assert breaks(200, [20, 35], across=280.0) == []


def test_a_picture_by_itself_is_on_one_page_upright_where_it_is_higher_than_wide() -> None:
    assert paper_of_picture(30) == Paper(is_one_page=True)
    assert paper_of_picture(70) == Paper(is_one_page=True, is_upright=True)
