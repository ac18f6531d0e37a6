"""Calls a hook of one plug-in and looks over what it returns."""

from collections import Counter
from collections.abc import Iterator
from typing import cast
from warnings import warn

from muniprog.messages import message
from muniprog.plugins.failures import PluginProblem
from muniprog.plugins.former import Former
from muniprog.plugins.kinds import Kind, Thing
from muniprog.plugins.loading import Plugin
from muniprog.plugins.shelf import Offer


def collect(plugin: Plugin, kind: Kind[Thing], former: Former, **arguments: object) -> tuple[Offer[Thing], ...]:
    """Return what a plug-in adds of one kind.

    Raises:
        PluginProblem: What its hook returned is of no use; nothing of it is taken.
        Exception: Whatever the hook itself raised.
    """
    hook = getattr(plugin.reader.hook, kind.hook)
    returned = hook(**arguments)
    if len(returned) < len(hook.get_hookimpls()):
        raise _no_list(kind, None)  # pluggy passes over what returned None: somebody forgot to write `return`.
    things = [thing for each in returned for thing in _usable(each, plugin, kind, former)]
    offers = tuple(
        Offer(name=kind.name_of(thing), plugin=plugin.name, built_in=plugin.built_in, thing=thing) for thing in things
    )
    for name, times in Counter(offer.name for offer in offers).items():
        if times > 1:
            raise PluginProblem(message("It adds the {kind} “{name}” twice.", kind=kind.word, name=name))
    return offers


def _usable(returned: object, plugin: Plugin, kind: Kind[Thing], former: Former) -> Iterator[Thing]:
    shape = former.returns.get(kind.hook)
    if shape is not None and shape.recognise(returned):
        notice = shape.notice(kind.hook)
        plugin.reader.notices.append(notice)
        warn(str(notice), DeprecationWarning, stacklevel=2)
        returned = shape.adapt(returned)
    if not isinstance(returned, (list, tuple)):
        raise _no_list(kind, returned)
    for thing in returned:
        problem = kind.problem(thing)
        if problem is not None:
            raise PluginProblem(problem)
        yield cast(Thing, thing)  # `problem` has seen that it is one; the kind's class cannot be named in its type


def _no_list(kind: Kind[Thing], found: object) -> PluginProblem:
    return PluginProblem(
        message("“{hook}” should return a list, found {found}.", hook=kind.hook, found=type(found).__name__)
    )
