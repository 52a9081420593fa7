"""A new draft of a story: which passages of the old one stand in it still, and what became of the others.

A tick that slips onto other words is worse than one that is lost. So a passage attaches by itself only where
the same words stand, up to typography, and where what stands around them says that they are the same
words; everything else is left to an editor, with the place that is likeliest.
"""

from workbench.drafts.carry import carry
from workbench.drafts.story import is_another_story
from workbench.drafts.values import Alteration, Carried, CarriedPassage, Fate, FreshSentence, Kind

__all__ = [
    "Alteration",
    "Carried",
    "CarriedPassage",
    "Fate",
    "FreshSentence",
    "Kind",
    "carry",
    "is_another_story",
]
