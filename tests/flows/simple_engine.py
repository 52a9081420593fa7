"""An engine of a few lines, quick and predictable, for tests through the window."""

import re

from workbench.analysis import Analysis, Judgement, ProposedClaim
from workbench.errors import EngineFailed
from workbench.model import Credit, Relation
from workbench.text import Span

SENTENCE = re.compile(r"[A-Z“][^.\n]*[.”]")
CREDIT = re.compile(r"(?P<content>“[^”]+”) (?P<cue>said) (?P<source>[A-Z]\w+ [A-Z]\w+)")


class SimpleEngine:
    """Every sentence with a figure is a claim; a passage with another figure contradicts."""

    reduced = None
    encoder = None

    def __init__(self):
        self.trouble = None
        self.closed = False

    def analyse(self, text, zones=()):
        self._fail_if_told()
        sentences = tuple(Span(*found.span()) for found in SENTENCE.finditer(text))
        claims = tuple(
            ProposedClaim(span, 80.0, None, None, ("number",))
            for span in sentences
            if re.search(r"\d", span.of(text))
        )
        credits = tuple(
            Credit((Span(*at.span("source")),), (Span(*at.span("cue")),), (Span(*at.span("content")),))
            for at in CREDIT.finditer(text)
        )
        return Analysis(sentences, (), claims, credits)

    def judge(self, claim, passages):
        self._fail_if_told()
        return tuple(self._judged(claim.text, passage.text) for passage in passages)

    def embed(self, texts):
        return ()

    def cancel(self):
        pass

    def close(self):
        self.closed = True

    def _judged(self, claim, passage):
        same = set(re.findall(r"\d+", claim)) == set(re.findall(r"\d+", passage))
        relation = Relation.SUPPORTS if same else Relation.CONTRADICTS
        scores = {item: 100.0 if item is relation else 0.0 for item in Relation}
        return Judgement(relation, 75.0, scores, ("same words",))

    def _fail_if_told(self):
        if self.trouble:
            raise EngineFailed(self.trouble)
