"""A new draft of a story: which passages of the old one stand in it still, and what became of the others.

A tick that slips onto other words is worse than one that is lost. So a passage attaches by itself only where
the same words stand, up to typography, and where what stands around them says that they are the same
words; everything else is left to an editor, with the place that is likeliest.
"""

from workbench.drafts.adopting import Adoption, NoNewDraft, adopt
from workbench.drafts.carry import carry
from workbench.drafts.report import DraftReport
from workbench.drafts.requests import is_missing_from
from workbench.drafts.story import is_another_story
from workbench.drafts.tray import Waiting, proposal, settle, tray
from workbench.drafts.values import Alteration, Carried, CarriedPassage, Fate, FreshSentence, Kind
from workbench.drafts.work import NoStory, Work, work_on

__all__ = [
    "Adoption",
    "Alteration",
    "Carried",
    "CarriedPassage",
    "DraftReport",
    "Fate",
    "FreshSentence",
    "Kind",
    "NoNewDraft",
    "NoStory",
    "Waiting",
    "Work",
    "adopt",
    "carry",
    "is_another_story",
    "is_missing_from",
    "proposal",
    "settle",
    "tray",
    "work_on",
]
