"""The programmes that a documentation shows: each is loaded once, under the short name that `conf.py` gives it."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import muniprog


class Shelf:
    """Holds the programmes of one documentation.

    Args:
        addresses: Short names, and the addresses where the programmes are found.
        folder: The folder that addresses which are paths start from.
    """

    def __init__(self, addresses: Mapping[str, str], folder: Path) -> None:
        self._addresses, self._folder = addresses, folder
        self._loaded: dict[str, muniprog.Programme] = {}
        self._reports: dict[tuple[str | None, ...], muniprog.Document] = {}
        self._states: dict[str, str] = {}
        # Two versions of a programme have one identifier, but they are not one object as long as both stand here.
        self._public: dict[int, muniprog.Programme] = {}
        self._figures: dict[tuple[int, str], muniprog.Figures] = {}

    def put(self, name: str, programme: muniprog.Programme) -> None:
        """Put a programme there that is loaded already."""
        self._loaded[name] = programme

    def name_of(self, given: str | None) -> str:
        """Return the short name that is given, or the only one that there is.

        Raises:
            UnknownNameError: None is given, and there is none or more than one.
        """
        names = [*dict.fromkeys((*self._addresses, *self._loaded))]
        if given is None and len(names) != 1:
            raise muniprog.UnknownNameError(muniprog.message("programme"), "", names)
        return given or names[0]

    def find(self, given: str | None) -> muniprog.Programme:
        """Return the programme with a short name; a name that `conf.py` does not give is an address itself.

        Raises:
            UnknownNameError: There is no such programme.
            SourceError, StorageError: It cannot be loaded.
        """
        name = self.name_of(given)
        if name not in self._loaded:
            self._loaded[name] = muniprog.load(self._address(name))
        return self._loaded[name]

    def public(self, programme: muniprog.Programme) -> muniprog.Programme:
        """Return what everybody may see of a programme that stands here; the copy is made once."""
        if id(programme) not in self._public:
            self._public[id(programme)] = muniprog.public_copy(programme)
        return self._public[id(programme)]

    def figures(self, programme: muniprog.Programme, day: str) -> muniprog.Figures:
        """Return what can be published of the figures of a programme on a day; they are computed once.

        Raises:
            ValueProblem: The day is none.
        """
        key = (id(programme), day)
        if key not in self._figures:
            self._figures[key] = muniprog.assess(self.public(programme), as_of=day)
        return self._figures[key]

    def report(
        self,
        programme: muniprog.Programme,
        name: str,
        language: str,
        *,
        period: str | None,
        as_of: str | None,
        look: str | None,
    ) -> muniprog.Document:
        """Return a report of a programme; one that several pages show parts of is made once.

        Raises:
            MuniprogError: It cannot be made.
        """
        key = (programme.id, name, language, period, as_of, look)
        if key not in self._reports:
            printed = muniprog.report(name, programme, languages=language, period=period, as_of=as_of, look=look)
            self._reports[key] = printed.document
        return self._reports[key]

    def state(self, name: str) -> str:
        """Return what tells whether a programme is still the same; that it cannot be loaded is a state too."""
        if name not in self._states:
            try:
                written = muniprog.export(self.find(name), to="json").data
            except muniprog.MuniprogError:
                written = b""
            self._states[name] = sha256(written).hexdigest()
        return self._states[name]

    def files(self, name: str) -> Iterator[str]:
        """Yield the files in which a programme is kept, where it is kept in files."""
        origin = self.find(name).origin
        if origin is None or not Path(origin.address).exists():
            return
        place = Path(origin.address)
        yield from map(str, sorted(place.rglob("*.yaml")) if place.is_dir() else [place])

    def _address(self, name: str) -> str:
        """Return where a programme is found; a path starts from the documentation, wherever Sphinx is started."""
        address = self._addresses.get(name, name)
        path = self._folder / address.partition("#")[0].partition("@")[0]
        return str(self._folder / address) if path.exists() else address
