"""Data classes that cost an import next to nothing: `dataclass`, `field` and `replace` to use.

Those of Python write and compile six methods of each class on import, and import `inspect` for it:
a third of the time in which an act is to be logged. Here the one method that has to be written is
written when there are more than a few instances. For a type checker they are those of Python; here
they have to be frozen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    from operator import attrgetter

    _MISSING = object()
    _FEW = 20
    """From how many instances on the method that makes them is compiled."""

    class field:  # noqa: N801 - it stands for that of dataclasses
        """What is to be known of a field beside its name."""

        def __init__(self, **said: object) -> None:
            self.said = said

        def is_in(self, place: str) -> bool:
            """Return whether it is in "init", "repr" or "compare"."""
            return self.said.get(place, True)

    class _Fields:
        """What the functions of `dataclasses` ask a class for, made when they first do."""

        def __init__(self, fields: dict[str, field]) -> None:
            self._fields = fields
            self._made: dict[str, object] = {}

        def __get__(self, record: object, cls: type) -> dict[str, object]:
            if not self._made and self._fields:
                self._made = self._make(cls)
            return self._made

        def _make(self, cls: type) -> dict[str, object]:
            import dataclasses  # noqa: PLC0415 - to do without it is what this module is for

            told = [(name, object, dataclasses.field(**f.said)) for name, f in self._fields.items()]
            made = dataclasses.make_dataclass(cls.__name__, told, kw_only=True)
            return made.__dataclass_fields__

    def dataclass(*, frozen: bool, slots: bool = False) -> object:  # noqa: ARG001 - see above
        """Return what makes a data class of a class."""
        return lambda cls: _made(cls, slots=slots)

    def replace(record: object, /, **changes: object) -> object:
        """Return a record that differs in some of its fields."""
        names = record.__match_args__
        return type(record)(**{name: getattr(record, name) for name in names} | changes)

    def _made(cls: type, *, slots: bool) -> type:
        said = dict(cls.__dict__)
        fields = {name: _field(said.pop(name, _MISSING)) for name in cls.__annotations__}
        taken = {name: each for name, each in fields.items() if each.is_in("init")}
        own = _methods(fields) | {
            "__qualname__": cls.__qualname__,
            "__match_args__": tuple(taken),
            "__dataclass_fields__": _Fields(fields),
        }
        said.pop("__dict__", None)
        said.pop("__weakref__", None)
        if slots:
            own["__slots__"] = tuple(fields)
        made = type(cls)(cls.__name__, cls.__bases__, own | said)
        made.__init__ = _first_init(made, taken)
        return made

    def _first_init(made: type, taken: dict[str, field]) -> object:
        """Return what makes the first few instances of a class without compiling anything."""
        uses = iter(range(_FEW))

        def first_init(self: object, *values: object, **named: object) -> None:
            if next(uses, None) is None or not _take_in(self, taken, values, named):
                made.__init__ = _init(taken, hasattr(made, "__post_init__"))
                made.__init__(self, *values, **named)
            elif hasattr(made, "__post_init__"):
                self.__post_init__()

        return first_init

    def _methods(fields: dict[str, field]) -> dict[str, object]:
        """Return the methods of a class that need no compiling."""
        shown = [name for name in fields if fields[name].is_in("repr")]
        compared = [name for name in fields if fields[name].is_in("compare")]
        key = attrgetter(*compared) if compared else lambda _: ()

        def is_equal(self: object, other: object) -> bool:
            if type(other) is not type(self):
                return object.__eq__(self, other)
            return key(self) == key(other)

        def told(self: object) -> str:
            values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
            return f"{type(self).__qualname__}({values})"

        return {
            "__eq__": is_equal,
            "__hash__": lambda self: hash(key(self)),
            "__repr__": told,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__reduce__": _reduced,
        }

    def _field(said: object) -> field:
        if isinstance(said, field):
            return said
        return field() if said is _MISSING else field(default=said)

    def _take_in(
        record: object,
        fields: dict[str, field],
        values: tuple[object, ...],
        named: dict[str, object],
    ) -> bool:
        """Take the values of fields in; return False where they are not those that are asked for.

        It takes a few times as long as a method that was written for it, which takes longer still
        to be compiled.
        """
        given = dict(zip(fields, values)) | named  # noqa: B905 - some are named, or have defaults
        if len(values) + len(named) != len(given) or not given.keys() <= fields.keys():
            return False
        for name, each in fields.items():
            if name in given:
                value = given[name]
            elif "default" in each.said:
                value = each.said["default"]
            elif "default_factory" in each.said:
                value = each.said["default_factory"]()
            else:
                return False
            object.__setattr__(record, name, value)
        return True

    def _init(fields: dict[str, field], has_more: bool) -> object:  # noqa: FBT001 - private
        """Return the method that takes the values of fields in."""
        known = {"_set": object.__setattr__, "_missing": _MISSING}
        heads, lines = [], []
        for name, each in fields.items():
            known[f"_{name}"] = each.said.get("default", each.said.get("default_factory"))
            if "default_factory" in each.said:
                heads.append(f"{name}=_missing")
                lines.append(f"_set(self, {name!r}, _{name}() if {name} is _missing else {name})")
            else:
                heads.append(f"{name}=_{name}" if "default" in each.said else name)
                lines.append(f"_set(self, {name!r}, {name})")
        if has_more:
            lines.append("self.__post_init__()")
        body = "\n ".join(lines or ["pass"])
        exec(f"def __init__({', '.join(['self', *heads])}):\n {body}", known)  # noqa: S102 - ours
        return known["__init__"]

    def _refuse(self: object, name: str, value: object = None) -> None:  # noqa: ARG001 - Python's
        message = f"{type(self).__name__}.{name} stays as it is"
        raise AttributeError(message)

    def _reduced(self: object) -> tuple[type, tuple[object, ...]]:
        """Return how a copy is made."""
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)
