import atexit
import gc
from collections.abc import Callable

import pytest

from muniprog.collector import paused, without_last_look


def test_the_collector_runs_again_afterwards() -> None:
    gc.enable()
    with paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    gc.enable()
    with pytest.raises(RuntimeError), paused():
        raise RuntimeError
    assert gc.isenabled()


def test_who_had_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_last_look_is_spared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Callable[[], object]] = []
    monkeypatch.setattr(atexit, "register", asked.append)
    without_last_look.cache_clear()
    without_last_look()
    without_last_look()
    assert asked == [gc.freeze]
