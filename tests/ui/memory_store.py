"""A case in memory that keeps the promises of `Store`, for tests that need no file."""

from collections import defaultdict
from pathlib import Path

from workbench.backups import Mark
from workbench.change import Key
from workbench.errors import StaleChange, WorkbenchError
from workbench.model import Revision, Sha256
from workbench.ports import Event
from workbench.standing import Standing
from workbench.undoing import Header


class MemoryStore:
    path = Path("memory.twosource")
    file = path
    read_only = None
    apart = None

    def __init__(self):
        self.values = {}
        self.originals = {}
        self.events = []
        self.trouble: WorkbenchError | None = None

    def standing(self):
        return Standing.SAVED

    def settle(self):
        return Standing.SAVED

    @property
    def search(self):
        return self

    def passages(self, terms, *, limit, exclude=None):
        return ()

    def sharing(self, fingerprints, *, limit, exclude=None):
        return ()

    def all(self, kind):
        return tuple(value for key, value in self.values.items() if key.kind is kind)

    def get(self, kind, id):
        return self.values.get(Key(kind, id))

    def latest(self, document):
        texts = [text for text in self.all(Revision) if text.document == document]
        return max(texts, key=lambda text: text.number, default=None)

    def original(self, sha256):
        return self.originals[sha256]

    def apply(self, change, originals=(), merged=()):
        if self.trouble:
            raise self.trouble
        after = dict(self.values)
        for edit in change.edits:
            if after.get(edit.key) != edit.before:
                raise StaleChange("The case has changed meanwhile; nothing was written.")
            if edit.after is None:
                del after[edit.key]
            else:
                after[edit.key] = edit.after
        self._refuse_loose_ends(after)
        self.values = after
        self.originals |= {item.sha256: item.data for item in originals}
        self.events.append(Event(len(self.events) + 1, Sha256("0" * 64), change))
        return self.events[-1]

    def history(self, after=0):
        return tuple(self.events[after:])

    def head(self):
        return Mark(len(self.events), Sha256("0" * 64))

    def hash_of(self, number):
        return Sha256("0" * 64) if 0 < number <= len(self.events) else None

    def headers(self):
        for event in reversed(self.events):
            change = event.change
            said = (change.act, change.takes_back, change.batch)
            yield Header(event.number, change.label, change.stamp.by, change.stamp.at, *said)

    def event(self, number):
        return self.events[number - 1] if 0 < number <= len(self.events) else None

    def backwards(self, before=None):
        return iter(self.events[: before - 1 if before else None][::-1])

    def reader(self):
        return self

    def removing(self):
        return iter(self.events)

    def own_line(self):
        return ()

    def lines(self):
        return ()

    def close(self):
        pass

    def _refuse_loose_ends(self, values):
        from workbench.dependants import refers_to

        wanted = defaultdict(list)
        for value in values.values():
            for key in refers_to(value):
                wanted[key].append(value)
        missing = [key for key in wanted if key not in values]
        assert not missing, f"foreign key: {missing}"
