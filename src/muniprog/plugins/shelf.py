"""All contributions of one kind, found by name or by what else they answer to."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic

import attrs

from muniprog.errors import UnknownNameError
from muniprog.messages import Message, message
from muniprog.plugins.failures import ContestedNameError
from muniprog.plugins.kinds import Kind, Thing


@attrs.frozen(kw_only=True)
class Offer(Generic[Thing]):
    """One contribution and the plug-in that it comes from.

    Attributes:
        name: Name of the contribution.
        plugin: Name of the plug-in.
        built_in: Whether it is one of muniprog's own.
        thing: The contribution itself.
    """

    name: str
    plugin: str
    built_in: bool
    thing: Thing

    @property
    def address(self) -> str:
        """The name that always finds it, whatever others claim: `docx:a`."""
        return f"{self.name}:{self.plugin}"


@attrs.frozen(kw_only=True)
class Contest:
    """Several plug-ins claim one name, file ending or code.

    Attributes:
        kind: What they all are, such as "format".
        claim: What they claim.
        addresses: The names by which each of them can be had.
        winner: Which of them answers, or None where one has to say.
    """

    kind: Message
    claim: str
    addresses: tuple[str, ...]
    winner: str | None

    def spoken(self, language: str) -> str:
        """Return one sentence in `language`."""
        says = {"kind": self.kind, "claim": self.claim, "addresses": self.addresses}
        if self.winner is None:
            return message("The {kind} “{claim}” is claimed by {addresses}: say which one.", **says).spoken(language)
        return message(
            "The {kind} “{claim}” is claimed by {addresses}; {winner} answers.", **says, winner=self.winner
        ).spoken(language)


class Shelf(Mapping[str, Thing]):
    """The contributions of one kind by name, in an order that does not depend on how they were installed.

    A name that several claim stands for muniprog's own contribution, or for the one that the user prefers; the
    others, or all of them where nothing decides, stand under `name:plug-in`.

    Args:
        kind: The kind.
        built_in: Returns what muniprog itself offers.
        added: Returns what plug-ins offer; called only when muniprog's own offers do not settle the question.
        prefer: Name or file ending → the plug-in that shall answer.
        advise: Returns what to do about a name that nothing answers to.
    """

    def __init__(
        self,
        kind: Kind[Thing],
        *,
        built_in: Callable[[], Iterable[Offer[Thing]]],
        added: Callable[[], Iterable[Offer[Thing]]],
        prefer: Mapping[str, str],
        advise: Callable[[str], Message | None],
    ) -> None:
        self._kind, self._prefer, self._advise = kind, prefer, advise
        self._built_in_offers, self._added_offers = built_in, added

    def find(self, name: str) -> Thing:
        """Return the contribution with this name, whatever its case; `docx:a` is the one of the plug-in `a`.

        Raises:
            UnknownNameError: Nothing has the name; says what is known and what to install.
            ContestedNameError: Several plug-ins have it and nothing decides.
        """
        return self._answer(name, lambda offer: (offer.name,))

    def by_suffix(self, suffix: str) -> Thing:
        """Return the contribution for files that end like this: `.html`.

        Raises:
            UnknownNameError: Nothing is for such files.
            ContestedNameError: Several plug-ins are and nothing decides.
        """
        return self._answer(suffix, self._marks)

    def by_scheme(self, scheme: str) -> Thing:
        """Return what opens the storages whose addresses begin like this: `sqlite`.

        Raises:
            UnknownNameError: Nothing answers to such addresses.
            ContestedNameError: Several plug-ins do and nothing decides.
        """
        return self._answer(scheme, self._marks)

    def offers(self) -> tuple[Offer[Thing], ...]:
        """Return everything that is offered, also what a name alone does not find, each with its plug-in."""
        return self._everything

    def contests(self) -> tuple[Contest, ...]:
        """Return what is claimed by more than one plug-in."""
        by_claim: dict[str, list[Offer[Thing]]] = {}
        for offer in self._everything:
            for claim in dict.fromkeys((offer.name, *self._marks(offer))):
                by_claim.setdefault(claim, []).append(offer)
        return tuple(
            Contest(
                kind=self._kind.word,
                claim=claim,
                addresses=tuple(offer.address for offer in claimants),
                winner=getattr(self._winner(claim, claimants), "address", None),
            )
            for claim, claimants in by_claim.items()
            if len({offer.plugin for offer in claimants}) > 1
        )

    def __getitem__(self, name: str) -> Thing:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def __repr__(self) -> str:
        return f"<{self._kind.plural}: {', '.join(self)}>"

    @cached_property
    def _own(self) -> tuple[Offer[Thing], ...]:
        return in_order(self._built_in_offers())

    @cached_property
    def _everything(self) -> tuple[Offer[Thing], ...]:
        return in_order((*self._own, *self._added_offers()))

    @cached_property
    def _by_name(self) -> dict[str, Thing]:
        times = Counter(offer.name for offer in self._everything)
        names: dict[str, Thing] = {}
        for offer in self._everything:
            rivals = (
                [other for other in self._everything if other.name == offer.name] if times[offer.name] > 1 else [offer]
            )
            names[offer.name if self._winner(offer.name, rivals) is offer else offer.address] = offer.thing
        return names

    def _marks(self, offer: Offer[Thing]) -> tuple[str, ...]:
        return self._kind.marks(offer.thing)

    def _answer(self, asked: str, claims: Callable[[Offer[Thing]], tuple[str, ...]]) -> Thing:
        claim, _, plugin = asked.casefold().partition(":")
        own = [offer for offer in self._own if claim in claims(offer)]
        if own and not plugin and self._prefer.keys().isdisjoint((claim, *(offer.name for offer in own))):
            return own[0].thing  # Only a preference puts a plug-in before muniprog's own: no need to load any.
        claimants = [offer for offer in self._everything if claim in claims(offer)]
        if plugin:
            claimants = [offer for offer in claimants if offer.plugin.casefold() == plugin]
        if not claimants:
            # Whoever gave the name of a file has not asked for a format or a report backend.
            word = message("file type") if not claim or claim.startswith(".") else self._kind.word
            raise UnknownNameError(word, asked, self._known(claims), self._advise(claim))
        winner = self._winner(claim, claimants)
        if winner is None:
            raise ContestedNameError(self._kind.word, claim, [offer.address for offer in claimants])
        return winner.thing

    def _winner(self, claim: str, claimants: Sequence[Offer[Thing]]) -> Offer[Thing] | None:
        """Return who answers: the preferred plug-in, else muniprog itself, else the only plug-in there is."""
        there = {(offer.name, offer.plugin) for offer in claimants}
        beaten = {name for name, plugin in self._prefer.items() if (name, plugin) in there}
        standing = [
            offer for offer in claimants if offer.name not in beaten or self._prefer[offer.name] == offer.plugin
        ]
        preferred = [offer for offer in standing if self._prefer.get(claim) == offer.plugin]
        remaining = preferred or [offer for offer in standing if offer.built_in] or standing
        return remaining[0] if len({offer.plugin for offer in remaining}) == 1 else None

    def _known(self, claims: Callable[[Offer[Thing]], tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(claim for offer in self._everything for claim in claims(offer)))


def in_order(offers: Iterable[Offer[Thing]]) -> tuple[Offer[Thing], ...]:
    """Return offers by priority, higher first, then by name, then by plug-in."""
    return tuple(sorted(offers, key=lambda offer: (-getattr(offer.thing, "priority", 0), offer.name, offer.plugin)))
