"""Reminders: what is said to an owner whose answers are still missing, in its own language. Nothing is sent.

This is the only place where the private contact data of an owner is used.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from muniprog.calendar_file import CalendarDays
from muniprog.followup.answering import OwnerAnswers, round_status
from muniprog.followup.finding import find_open_round
from muniprog.mail import one_line
from muniprog.messages import Message, message, plural_message
from muniprog.model import Contact, FollowUp, Owner, Programme
from muniprog.progress.answers import answers_in, last_words
from muniprog.text import Text
from muniprog.timeframe import Period, as_day

MOST_ITEMS = 12
"""How many items a letter names; a longer list is in the form, and nobody would read it here."""


@attrs.frozen(kw_only=True)
class Reminder:
    """What is said to one owner.

    Attributes:
        owner: Identifier of the owner that is to answer now.
        owner_name: What it is called, in its language.
        language: The language in which it is written to.
        unanswered: Identifiers of the items without an answer and of those whose answer was sent back.
        subject: What the letter is about.
        body: What it says.
        deadline: The day by which an answer is wanted, where the round has one.
        entry: The same for a calendar; None where there is no deadline, or where it has passed.
        address: The owner's e-mail address; private.
        addressee: Whom to write to there; private.
    """

    owner: str
    owner_name: str
    language: str
    unanswered: tuple[str, ...]
    subject: str
    body: str = attrs.field(repr=False)  # it greets somebody by name
    deadline: date | None
    entry: CalendarDays | None
    address: str | None = attrs.field(default=None, repr=False)
    addressee: str | None = attrs.field(default=None, repr=False)


def make_reminders(programme: Programme, period: Period | str | int, *, on: date | str) -> tuple[Reminder, ...]:
    """Return a reminder for each owner that has something unanswered in a round, in the order in which they are asked.

    An owner that is not in the programme any more, and that nobody has taken over from, cannot be written to.

    Args:
        programme: The programme.
        period: The round's period.
        on: The day on which they are written; it tells whether the deadline has passed.

    Raises:
        UnknownNameError: There is no such round.
        ClosedRoundError: The round is closed; nobody can answer any more.
        ValueProblem: The day is none.
    """
    follow_up, day = find_open_round(programme, period), as_day(on)
    owners = {owner.id: owner for owner in programme.owners}
    return tuple(
        _Writer(programme, follow_up, day, owners[asked.owner], asked).reminder()
        for asked in round_status(programme, period, as_of=day).owners
        if asked.owner in owners and _unanswered(asked)
    )


def _unanswered(asked: OwnerAnswers) -> tuple[str, ...]:
    """Return the items that an answer is wanted on, in the order in which they are asked."""
    wanted = {*asked.missing, *asked.sent_back}
    return tuple(item for item in asked.asked if item in wanted)


class _Writer:
    """Writes to one owner, in its language."""

    def __init__(self, programme: Programme, follow_up: FollowUp, day: date, owner: Owner, asked: OwnerAnswers) -> None:
        self.programme, self.follow_up, self.day, self.asked = programme, follow_up, day, asked
        self.contact = owner.contact or Contact()
        self.language = owner.language or programme.record
        self.owner_name = self._text(owner.name)
        self.round_name = (
            self._text(follow_up.title)
            or message("Follow-up {period}", period=follow_up.period.label(self.language)).spoken(self.language)
        )  # fmt: skip

    def reminder(self) -> Reminder:
        return Reminder(
            owner=self.asked.owner,
            owner_name=self.owner_name,
            language=self.language,
            unanswered=_unanswered(self.asked),
            subject=self._marked(self._subject()),
            body="\n\n".join(self._paragraphs()) + "\n",
            deadline=self.follow_up.deadline,
            entry=self._entry(),
            address=self.contact.email,
            addressee=self.contact.name,
        )

    def _subject(self) -> Message:
        deadline = self.follow_up.deadline
        if deadline is None or deadline < self.day:
            return message("Reminder: {round}", round=self.round_name)
        return message("Reminder: {round}, answers by {day}", round=self.round_name, day=deadline)

    def _paragraphs(self) -> Iterator[str]:
        if self.programme.notice:
            yield self._text(self.programme.notice)
        name = self.contact.name
        yield self._say(message("Hello {name},", name=one_line(name)) if name else message("Hello,"))
        yield self._say(
            message(
                "It is time to tell how things are going: {programme}, {round}.",
                programme=self._text(self.programme.title),
                round=self.round_name,
            )
        )
        still = self._say(message("Still waiting for an answer from {owner}:", owner=self.owner_name))
        yield "\n".join((still, *self._items()))
        yield self._until()
        yield self._say(
            message(
                "The form is attached. Fill in what is missing, save the file, and send it back as an answer to this "
                "message."
            )
        )
        yield self._whom_to_ask()
        yield self._say(message("Thank you!"))

    def _items(self) -> Iterator[str]:
        items = _unanswered(self.asked)
        named = items if len(items) <= MOST_ITEMS else items[: MOST_ITEMS - 1]
        for item in named:
            yield f"– {self._item(item)}"
        if rest := len(items) - len(named):
            more = plural_message("{count} more item, in the form", "{count} more items, in the form", rest)
            yield f"– {self._say(more)}"

    def _item(self, item: str) -> str:
        title = self._text(self.programme[item].title)
        reasons = self._reasons(item) if item in self.asked.sent_back else ()
        if not reasons:
            return title
        sent_back = message("{title} (the answer was sent back: {reason})", title=title, reason=" ".join(reasons))
        return self._say(sent_back)

    def _reasons(self, item: str) -> Iterable[str]:
        """Return why the answers on an item were sent back, each reason once."""
        answers = answers_in(self.programme, self.follow_up).get(item, ())
        last = last_words(self.follow_up, answers)
        return tuple(dict.fromkeys(self._text(answer.sent_back.reason) for answer in last if answer.sent_back))

    def _until(self) -> str:
        from muniprog.language import day_in_words

        deadline = self.follow_up.deadline
        if deadline is None:
            return self._say(message("Please answer as soon as you can."))
        day = day_in_words(deadline, self.language)
        if deadline < self.day:
            return self._say(message("The last day to answer was {day}. Please answer as soon as you can.", day=day))
        return self._say(message("The last day to answer is {day}.", day=day))

    def _whom_to_ask(self) -> str:
        if self.programme.contact is None:
            return self._say(message("Is something unclear? Just answer this message."))
        unclear = self._say(message("Is something unclear? Answer this message, or ask here:"))
        return f"{unclear}\n{self.programme.contact.wording(self.language, self.programme.record)}"

    def _entry(self) -> CalendarDays | None:
        deadline = self.follow_up.deadline
        if deadline is None or deadline < self.day:
            return None
        period = self.follow_up.period
        title = message("Last day to answer: {round}, {owner}", round=self.round_name, owner=self.owner_name)
        return CalendarDays(
            uid=f"{self.programme.id}.{period.start}.{period.end}.{self.asked.owner}@muniprog",
            title=self._marked(title),
            description=self._text(self.programme.title),
            language=self.language,
            first=deadline,
            last=deadline,
        )

    def _marked(self, sentence: Message) -> str:
        """Return a heading with the line that must stand on everything made out of the programme."""
        said = self._say(sentence)
        return f"{self._text(self.programme.notice)} – {said}" if self.programme.notice else said

    def _say(self, sentence: Message) -> str:
        return sentence.spoken(self.language)

    def _text(self, text: Text | None) -> str:
        return one_line(text.wording(self.language, self.programme.record)) if text else ""
