from muniprog.source import Plain
from muniprog.storage.kept import KeptSource, kept_text, title_of


def test_a_text_is_read_when_somebody_asks_and_only_once() -> None:
    source = KeptSource(kept_text({"id": "plan"}))
    assert source.mapping == {"id": "plan"}
    assert source.mapping is source.mapping


def test_a_kept_text_has_no_places() -> None:
    source = KeptSource('{"id":"plan"}')
    assert (source.where(("id",)), source.where_key(("id",)), source.written(("id",))) == (None, None, None)


def test_a_text_is_short_and_keeps_the_order_of_keys() -> None:
    mapping: dict[str, Plain] = {"z": [1, 1.0, -0.0, None, True], "å": "🏠\0\n"}
    assert kept_text(mapping) == '{"z":[1,1.0,-0.0,null,true],"å":"🏠\\u0000\\n"}'


def test_the_title_is_in_the_language_of_record_or_in_one_that_has_it() -> None:
    assert title_of({"title": "Plan"}) == "Plan"
    assert title_of({"title": {"sv": "Plan", "fi": "Ohjelma"}, "languages": ["fi"]}) == "Ohjelma"
    assert title_of({"title": {"sv": "Plan", "fi": ""}, "languages": ["fi"]}) == "Plan"
    assert title_of({"title": {"sv": "Plan"}, "languages": [["fi"]]}) == "Plan"
    assert title_of({"title": 7}) == title_of({"title": {}}) == title_of({}) == ""
