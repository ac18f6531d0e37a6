"""How time and memory are measured here: medians, with the garbage collector off on both sides of a ratio."""

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import attrs


@attrs.frozen(kw_only=True)
class Ratio:
    """One line of the printed table.

    Attributes:
        work: What was done.
        against: What it is compared with.
        ours: Seconds for our side (or bytes, where memory is compared).
        theirs: Seconds for the other side.
        limit: The largest ratio that the design allows; None where it says nothing.
        note: What the reader should know.
    """

    work: str
    against: str
    ours: float
    theirs: float
    limit: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours over theirs."""
        return self.ours / self.theirs

    @property
    def allowed(self) -> str:
        """The limit as it is printed."""
        return "" if self.limit is None else f"{self.limit:.1f}"

    @property
    def verdict(self) -> str:
        """Whether the limit is kept."""
        if self.limit is None:
            return ""
        return "kept" if self.ratio <= self.limit else "MISSED"


def seconds(work: Callable[[], object], runs: int) -> float:
    """Return the median time of `work`; the collector is emptied before and paused during each run."""
    times = []
    enabled = gc.isenabled()
    try:
        for _ in range(runs):
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
            gc.enable()
    finally:
        (gc.enable if enabled else gc.disable)()
    return statistics.median(times)


def process_seconds(arguments: list[str], runs: int) -> float:
    """Return the median time of a whole process, started with this Python."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def python(code: str) -> list[str]:
    """Return the command that runs `code` in a new Python."""
    return [sys.executable, "-c", code]


def peak_memory(code: str) -> int:
    """Return the largest resident size, in bytes, of a new Python that runs `code`; read from /proc, so on Linux only.

    `getrusage` will not do: a process begins with the size of the one that started it.
    """
    ending = "\nfor line in open('/proc/self/status'):\n    if line.startswith('VmHWM'): print(line.split()[1])"
    done = subprocess.run(python(code + ending), check=True, capture_output=True, encoding="utf-8")
    return int(done.stdout.split()[-1]) * 1024


def command(name: str) -> str:
    """Return the path of a console script that stands beside this Python."""
    return str(Path(sys.executable).with_name(name + (".exe" if os.name == "nt" else "")))
