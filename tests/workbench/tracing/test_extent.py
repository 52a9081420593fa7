"""What two texts share, in words."""

from __future__ import annotations

import pytest

from workbench.model import Document, DocumentId, Layout, Revision, RevisionId, Role, Sha256
from workbench.text import Span
from workbench.tracing.extent import extent
from workbench.tracing.values import Likeness, Reuse, Shared, TracedText

HERE = Span(0, 10)


def traced(id: str) -> TracedText:
    revision = Revision(RevisionId(f"{id}-1"), DocumentId(id), 1, "Ten letters", Sha256("0" * 64))
    return TracedText(Document(DocumentId(id), Role.SOURCE, id.title()), revision, Layout(revision.id))


@pytest.mark.parametrize(
    ("reuse", "shared", "original", "said"),
    [
        (Reuse.IDENTICAL, (), None, "“Paper” is the same text as “Wire”."),
        (Reuse.NEAR, (), "wire", "“Paper” is “Wire” but for small changes, cuts or additions."),
        (Reuse.NEAR, (), "paper", "“Wire” is “Paper” but for small changes, cuts or additions."),
        (
            Reuse.NEAR,
            (),
            None,
            "“Paper” and “Wire” are one text but for small changes, cuts or additions.",
        ),
        (Reuse.PARTIAL, (Shared(HERE, HERE),), "wire", "“Paper” takes one passage from “Wire”."),
        (
            Reuse.PARTIAL,
            (Shared(HERE, HERE), Shared(HERE, HERE), Shared(HERE, HERE, retold=True)),
            "wire",
            "“Paper” takes 2 passages from “Wire”, and tells one passage of it in other words.",
        ),
        (
            Reuse.PARTIAL,
            (Shared(HERE, HERE, retold=True),),
            "wire",
            "“Paper” tells much of “Wire” in other words.",
        ),
        (
            Reuse.PARTIAL,
            (Shared(HERE, HERE),),
            None,
            "“Paper” and “Wire” share one passage almost word for word.",
        ),
        (Reuse.QUOTATION, (Shared(HERE, HERE, quoted=True),), "wire", ""),
    ],
)
def test_what_is_shared_is_said_in_a_sentence(
    reuse: Reuse, shared: tuple[Shared, ...], original: str | None, said: str
) -> None:
    told = DocumentId(original) if original else None
    assert extent(traced("wire"), traced("paper"), Likeness(reuse, 0.5, shared), told) == said
