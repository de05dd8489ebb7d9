"""All reasons to look at a group, and all that could not be judged, as they are on a day."""

from dataclasses import dataclass
from datetime import date

from campagne.measurement.attention.knowledge import knowledge_gaps
from campagne.measurement.attention.labelled_pages import labelled_pages
from campagne.measurement.attention.offered import offer_gaps
from campagne.measurement.attention.signal import Signal, Unknown
from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.threat import threats
from campagne.measurement.attention.watching import watch
from campagne.measurement.attention.weeks import weeks_before
from campagne.measurement.offer.gathered import gather
from campagne.measurement.offer.matrix import Offer
from campagne.measurement.periods import Period


@dataclass(frozen=True)
class Findings:
    """What was found in these weeks; without signals nothing stands out, which is not the same as all being well."""

    weeks: Period
    signals: tuple[Signal, ...]
    unknown: tuple[Unknown, ...]


def findings_on(day: date) -> Findings:
    """Look at everything; writes nothing. The number of questions grows with the subjects that have a quiz.

    Counts outlive their labels: a theme, group or municipality that is gone needs no attention.
    """
    weeks, offer = weeks_before(day), gather(day)
    watched = watch(weeks, labelled_pages(), subjects_of(offer))
    worse, not_entered = threats()
    hard, too_few = knowledge_gaps(offer, weeks)
    signals = (*worse, *watched.signals(), *hard, *offer_gaps(offer))
    unknown = (*not_entered, *watched.unknown, *too_few)
    return Findings(
        weeks,
        signals=tuple(signal for signal in signals if is_there(signal.about, offer)),
        unknown=tuple(one for one in unknown if is_there(one.about, offer)),
    )


def subjects_of(offer: Offer) -> list[Subject]:
    """Every theme for every group, in its own municipality where it has one."""
    return [Subject(theme.pk, group.pk, group.municipality) for theme in offer.themes for group in offer.groups]


def is_there(about: Subject, offer: Offer) -> bool:
    """Whether all that a subject is about still exists."""
    kinds = ((about.theme, offer.themes), (about.group, offer.groups), (about.municipality, offer.places))
    return all(label is None or any(label == one.pk for one in labels) for label, labels in kinds)
