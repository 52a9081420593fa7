"""A text read again in another encoding, from the bytes it came as: garbled letters become the right ones.

Where nothing of an editor's hangs on the garbled text, the new one takes its place. Else it is a further
version of the document, and what was marked and linked goes along as far as its words stand
(`workbench/drafts`).
"""

from __future__ import annotations

from dataclasses import replace

from workbench.change import Change, Edit, Stamp, added, removed
from workbench.charsets import called
from workbench.documents import digest, furnished
from workbench.drafts.adopting import adopt
from workbench.drafts.work import Work, work_on
from workbench.errors import WorkbenchError
from workbench.model import Document, DocumentId, Remark, Revision, RevisionId, SignOff, Status
from workbench.ports import Store
from workbench.proposals import NewId
from workbench.reading import Reading, read_bytes


class SameText(WorkbenchError):
    """Another encoding makes no other text of the bytes."""


def read_again(store: Store, document: DocumentId, charset: str) -> Reading:
    """The text of a document's original in the encoding `charset`.

    Raises:
        UnreadableFile: it makes no text, or there is no original.
        DamagedCase: the original is not what it was.
    """
    found = store.get(Document, document)
    if found is None or found.original is None:
        raise SameText("The bytes of this text are not in the case. It was left as it is.")
    return read_bytes(store.original(found.original), found.filename, charset)


def reread(
    reading: Reading, store: Store, document: DocumentId, new_id: NewId, stamp: Stamp
) -> tuple[Change, ...]:
    """Put the text as read again in the place of the one before: the editor's change, then what follows.

    To be applied with `dependants.completed`.

    Raises:
        SameText: it is word for word the text before.
        NoStory: the document is no longer in the case.
    """
    work, charset = work_on(store, document), called(reading.charset or "")
    if reading.text == work.latest.text:
        raise SameText(f"Read as {charset}, the text is the same word for word. It was left as it is.")
    label = f"Read again as {charset}"
    if not _is_worked_on(work, store):
        return (_in_place(reading, work, label, new_id, stamp),)
    adoption = adopt(reading, work, new_id, stamp)
    main = replace(adoption.change, label=label)
    return (main,) if adoption.proposals is None else (main, adoption.proposals)


def _is_worked_on(work: Work, store: Store) -> bool:
    """Whether anything of an editor's hangs on the words: then they stay, and are followed."""
    of_hers = (
        any(claim.status is not Status.PROPOSED for claim in work.claims),
        any(item.status is not Status.PROPOSED for item in work.evidence),
        any(item.done for item in store.all(Remark) if item.passage.document == work.story.id),
        any(item.document == work.story.id for item in store.all(SignOff)),
    )
    return bool(any(of_hers) or work.queries or work.held or len(work.drafts) > 1)


def _in_place(reading: Reading, work: Work, label: str, new_id: NewId, stamp: Stamp) -> Change:
    before, text = work.latest, reading.text
    revision = Revision(RevisionId(new_id()), before.document, 1, text, digest(text.encode()))
    after = replace(
        work.story,
        title=_as_read(work.story.title, reading.title, before.text),
        byline=_as_read(work.story.byline, reading.byline, before.text),
        charset=reading.charset,
        language=reading.language or work.story.language,
    )
    told = () if after == work.story else (Edit(work.story, after),)
    fresh = added(revision, *furnished(reading, revision, new_id))
    return Change(label, stamp, (*removed(before), *fresh, *told))


def _as_read(present: str, found: str, text: str) -> str:
    """A title that came out of the garbled text, as it reads now; one put there by hand stays."""
    return found if found and " ".join(present.split()) in " ".join(text.split()) else present
