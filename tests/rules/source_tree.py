"""Reads the source as text and says what imports what, so that a rule of the house can be written as a sentence.

    modules_in("models").import_nothing_of("PySide6")

Nothing is imported to find out: an import inside a function or under TYPE_CHECKING counts like any other.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("main", "ui", "models", "build", "tests")
PROGRAM = ("main", "ui", "models")


@dataclass(frozen=True, slots=True)
class Modules:
    """Some of our modules, to state a rule about."""

    root: Path
    files: tuple[Path, ...]

    def other_than(self, *names: str) -> "Modules":
        """Leave out the modules of these packages."""
        return Modules(self.root, tuple(f for f in self.files if not _within(self.name(f), names)))

    def import_nothing_of(self, *names: str) -> None:
        """Fail if any of these is imported, as a whole or in part."""
        self._expect(lambda imported: not _within(imported, names))

    def import_of_ours_only(self, *names: str) -> None:
        """Fail if anything of ours is imported but these."""
        self._expect(lambda imported: not _within(imported, OURS) or _within(imported, names))

    def name(self, file: Path) -> str:
        """Return the dotted name of a module."""
        parts = file.relative_to(self.root).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def _expect(self, allowed) -> None:
        offenders = [
            f"{file.relative_to(self.root)}:{line} imports {imported}"
            for file in self.files
            for line, imported in imports(file, self.name(file))
            if not allowed(imported)
        ]
        assert not offenders, "\n" + "\n".join(sorted(set(offenders)))


def modules_in(*packages: str, root: Path = ROOT) -> Modules:
    """Return the modules of some packages; of a package that is not there yet, none."""
    files: list[Path] = []
    for package in packages:
        path = root.joinpath(*package.split("."))
        files += sorted(path.rglob("*.py")) if path.is_dir() else [p for p in [path.with_suffix(".py")] if p.exists()]
    return Modules(root, tuple(files))


def imports(file: Path, name: str) -> Iterator[tuple[int, str]]:
    """Yield the line and full name of everything that a module imports, and of ``module.thing`` where it uses one."""
    tree = ast.parse(file.read_text("utf-8"), str(file))
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                known[alias.asname or alias.name.partition(".")[0]] = (
                    alias.name if alias.asname else alias.name.partition(".")[0]
                )
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                known[alias.asname or alias.name] = f"{source}.{alias.name}"
                yield node.lineno, f"{source}.{alias.name}"
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"import_module", "__import__"}:
                yield node.lineno, str(node.args[0].value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            yield node.lineno, f"{known[node.value.id]}.{node.attr}"


def _within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)
