"""The hooks: what a plug-in may add to muniprog, one function for each kind.

A plug-in is a module or object behind an entry point of the group `muniprog`. It defines those of these
functions that it needs, marks them with `muniprog.hookimpl` and returns a list of instances:

| hook | adds | by which one may |
| --- | --- | --- |
| `muniprog_register_storages` | `StorageDriver` | keep programmes somewhere else |
| `muniprog_register_formats` | `Format` | read and write another type of file |
| `muniprog_register_reports` | `Report` | make another document out of a programme |
| `muniprog_register_report_backends` | `ReportBackend` | print every report as another type of file |
| `muniprog_register_form_files` | `FormFile` | write and read forms of follow-up as another type of file |
| `muniprog_register_checks` | `Check` | find another kind of problem |
| `muniprog_register_programmes` | `ProgrammePackage` | load a programme by its name |
| `muniprog_register_commands` | `click.Command` | give the command line another command |

A hook is called when somebody first needs its kind, so a plug-in should import what is heavy inside the
methods of what it adds. A function may leave out arguments that it does not need.
"""

# mypy: disable-error-code="empty-body"
# A hook has no body: pluggy reads its name and arguments and calls the plug-ins.

from typing import TYPE_CHECKING

from pluggy import HookimplMarker, HookspecMarker

if TYPE_CHECKING:
    from click import Command

    from muniprog.interfaces import Check, Format, FormFile, ProgrammePackage, Report, ReportBackend, StorageDriver

hookspec = HookspecMarker("muniprog")
hookimpl = HookimplMarker("muniprog")
"""Marks a function of a plug-in as the implementation of the hook whose name it has."""


@hookspec
def muniprog_register_storages() -> "list[StorageDriver]":
    """Return places where programmes can be kept.

    ```python
    @muniprog.hookimpl
    def muniprog_register_storages():
        return [Archive()]  # opens archive://2021
    ```
    """


@hookspec
def muniprog_register_formats() -> "list[Format]":
    """Return types of file that a programme is read from, written to, or both.

    ```python
    @muniprog.hookimpl
    def muniprog_register_formats():
        return [StratML()]
    ```
    """


@hookspec
def muniprog_register_reports() -> "list[Report]":
    """Return documents that can be made out of a programme. Every report backend can print them.

    ```python
    @muniprog.hookimpl
    def muniprog_register_reports():
        return [CouncilSummary()]
    ```
    """


@hookspec
def muniprog_register_report_backends() -> "list[ReportBackend]":
    """Return types of file that reports are printed as. They can print every report, also those of plug-ins.

    ```python
    @muniprog.hookimpl
    def muniprog_register_report_backends():
        return [Latex()]
    ```
    """


@hookspec
def muniprog_register_form_files() -> "list[FormFile]":
    """Return types of file that the forms of a round of follow-up are written as and read from.

    ```python
    @muniprog.hookimpl
    def muniprog_register_form_files():
        return [Workbook()]
    ```
    """


@hookspec
def muniprog_register_checks() -> "list[Check]":
    """Return rules that find problems in a programme.

    ```python
    @muniprog.hookimpl
    def muniprog_register_checks():
        return [EveryGoalHasASustainabilityTag()]
    ```
    """


@hookspec
def muniprog_register_programmes() -> "list[ProgrammePackage]":
    """Return programmes that the package brings with it, so that they can be loaded by name.

    ```python
    @muniprog.hookimpl
    def muniprog_register_programmes():
        return [muniprog.ProgrammePackage(name="vasa_2019_2022", folder=Path(__file__).parent / "programme")]
    ```
    """


@hookspec
def muniprog_register_commands(language: str) -> "list[Command]":
    """Return commands for the command line; `muniprog <name>` runs them.

    Args:
        language: The language that the command line speaks, for the commands' help: `sv`, `fi` or `en`.

    ```python
    @muniprog.hookimpl
    def muniprog_register_commands():
        return [click.Command("publish", callback=publish)]
    ```
    """
