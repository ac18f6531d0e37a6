"""Looks a plug-in over before it is used: are its hooks hooks, and do they ask for what there is?

pluggy lets a misspelt hook pass in silence. Here each plug-in has a plug-in manager of its own, so that nothing
that one plug-in does can reach another.
"""

import inspect
import re
from collections.abc import Callable, Iterator

from pluggy import HookimplOpts, PluginManager

from muniprog import hookspecs
from muniprog.interfaces import API_VERSION
from muniprog.messages import Message, Sentences, message
from muniprog.plugins.failures import PluginProblem
from muniprog.plugins.former import Former
from muniprog.source import nearest

PREFIX = "muniprog_"
_OPENING = re.compile(rf"({PREFIX})?(reg[a-z]*_)?")
HOOKS = {
    name: tuple(inspect.signature(hook).parameters) for name, hook in vars(hookspecs).items() if name.startswith(PREFIX)
}
"""Every hook and the arguments that it hands over."""


class HookReader(PluginManager):
    """A plug-in manager for one plug-in, which also understands the former names of hooks.

    Attributes:
        notices: What the author of the plug-in should know about former names that it uses.
    """

    def __init__(self, former: Former) -> None:
        super().__init__("muniprog")
        self.notices: list[Message] = []
        self._former = former
        self.add_hookspecs(hookspecs)

    def parse_hookimpl_opts(self, plugin: object, name: str) -> HookimplOpts | None:
        """Return the options of a hook implementation; a former name is led to the hook's present one."""
        options = super().parse_hookimpl_opts(plugin, name)
        former = self._former.hooks.get(name)
        if options is None or former is None:
            return options
        if callable(inspect.getattr_static(plugin, former.hook, None)):
            return None  # It has the present name too: it was written for old and new versions of muniprog.
        self.notices.append(former.notice(name))
        return HookimplOpts(
            wrapper=options["wrapper"],
            hookwrapper=options["hookwrapper"],
            optionalhook=options["optionalhook"],
            tryfirst=options["tryfirst"],
            trylast=options["trylast"],
            specname=former.hook,
        )


def read_hooks(plugin: object, name: str, former: Former) -> HookReader:
    """Return a plug-in manager that holds this plug-in alone.

    Raises:
        PluginProblem: The plug-in wants newer interfaces, or has hooks that would never be called as it expects.
    """
    _check_version(plugin)
    reader = HookReader(former)
    names = [attribute for attribute in dir(plugin) if attribute not in former.hooks]
    mistakes = tuple(mistake for attribute in names for mistake in _mistakes(plugin, attribute, reader))
    if mistakes:
        raise PluginProblem(Sentences(mistakes))
    reader.register(plugin, name=name)
    return reader


def _check_version(plugin: object) -> None:
    wanted = getattr(plugin, "muniprog_api", API_VERSION)
    if type(wanted) is not int:
        raise PluginProblem(
            message(
                "“muniprog_api” should be a whole number such as {version}, found {found}.", version=1, found=wanted
            )
        )
    if wanted > API_VERSION:
        raise PluginProblem(
            message(
                "It was written for version {wanted} of the plug-in interfaces; this muniprog has version {version}.",
                wanted=wanted,
                version=API_VERSION,
            ),
            message("Install a newer muniprog, or an older version of the plug-in."),
        )


def _mistakes(plugin: object, attribute: str, reader: HookReader) -> Iterator[Message]:
    """Yield what is wrong with something in a plug-in that is a hook or looks like one."""
    options = reader.parse_hookimpl_opts(plugin, attribute)
    if options is not None:
        yield from _mistakes_of_hook(getattr(plugin, attribute), attribute, options)
    elif attribute in HOOKS:
        yield message("The function “{name}” lacks the marker {marker}.", name=attribute, marker="@muniprog.hookimpl")
    elif attribute.startswith(PREFIX) and inspect.isroutine(inspect.getattr_static(plugin, attribute)):
        yield _unknown_hook(attribute)


def _mistakes_of_hook(function: Callable[..., object], name: str, options: HookimplOpts) -> Iterator[Message]:
    hook = options["specname"] or name
    if hook not in HOOKS:
        if not options["optionalhook"]:
            yield _unknown_hook(hook)
        return
    if options["wrapper"] or options["hookwrapper"]:
        yield message("“{hook}” is a hook wrapper; plug-ins cannot change what others add.", hook=hook)
        return
    for argument in _wanted_arguments(function):
        if argument not in HOOKS[hook]:
            yield message(
                "“{hook}” asks for the argument “{argument}”; it can have: {known}.",
                hook=hook,
                argument=argument,
                known=HOOKS[hook] or message("no arguments"),
            )


def _unknown_hook(name: str) -> Message:
    by_last_words = {_OPENING.sub("", hook, count=1): hook for hook in HOOKS}
    near = nearest(_OPENING.sub("", name, count=1), tuple(by_last_words))
    if near is not None:
        return message("There is no hook “{name}”. Did you mean “{near}”?", name=name, near=by_last_words[near])
    return message("There is no hook “{name}”. Known: {known}.", name=name, known=tuple(HOOKS))


def _wanted_arguments(function: Callable[..., object]) -> Iterator[str]:
    """Yield the arguments that pluggy would have to hand over."""
    for argument in inspect.signature(function).parameters.values():
        starred = argument.kind in (argument.VAR_POSITIONAL, argument.VAR_KEYWORD)
        if not starred and argument.default is argument.empty:
            yield argument.name
