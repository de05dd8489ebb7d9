"""The jobs, as data. A job is a dotted path, because what it does lives in layers that this one may not import."""

from dataclasses import dataclass
from datetime import timedelta

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True)
class Job:
    """What one clock does for all processes together.

    `path` names a function that takes `at`, an aware datetime, and that may run twice. `name` is shown to
    administrators. It is late when it did not end well for as long as `late_after`.
    """

    name: str
    path: str
    period: timedelta
    late_after: timedelta


JOBS = (
    Job("Geplande pagina's publiceren en weghalen", "campagne.serving.clock.planned.keep_plans", SECOND, MINUTE),
    Job("Aan het einde van incidenten herinneren", "campagne.incidents.reminding.remind", 20 * SECOND, 5 * MINUTE),
    Job("Incidenten op tijd laten aflopen", "campagne.incidents.raising.expire", SECOND, MINUTE),
    Job("Een nieuwe dag beginnen", "campagne.serving.store.generation.begin_day", 5 * SECOND, 10 * MINUTE),
    Job("Gewijzigde pagina's opnieuw maken", "campagne.serving.store.round.renew_some", SECOND, 10 * MINUTE),
    Job("Woorden van pagina's bijhouden voor het zoeken", "home.search.keeping.keep_search", 2 * SECOND, 10 * MINUTE),
    Job("Beelden kleiner maken (AVIF)", "campagne.media.shapes.make_some_avif", 20 * SECOND, HOUR),
    Job("Oude zoekwoorden weggooien", "home.search.missed.purge_missed", HOUR, 3 * HOUR),
    Job("Bezoeken tellen", "campagne.measurement.consumer.count", 20 * SECOND, 5 * MINUTE),
    Job("Antwoorden op quizzen tellen", "campagne.quiz.answers.counting.count", 10 * MINUTE, HOUR),
    Job("Oude quizpogingen weggooien", "campagne.quiz.answers.anonymising.anonymise_some", HOUR, 3 * HOUR),
    Job("Vergeten groepslessen afsluiten", "campagne.guided.leading.forgotten.end_forgotten", 10 * MINUTE, HOUR),
    Job("Oude begeleiderskaarten intrekken", "campagne.guided.leading.forgotten.withdraw_old_cards", HOUR, 3 * HOUR),
    Job("Sporen van groepslessen weggooien", "campagne.guided.joining.anonymising.forget_some", HOUR, 3 * HOUR),
    Job("Opschrijven dat we anders meten", "campagne.measurement.context.versions.note_changes", HOUR, 3 * HOUR),
    Job("Grote wijzigingen opschrijven", "campagne.measurement.context.large_changes.note_days", HOUR, 3 * HOUR),
    Job("De maandmail versturen", "campagne.measurement.monthly.sending.send_due", HOUR, 3 * HOUR),
    Job("Verslagen van evaluaties maken", "campagne.measurement.evaluation.reporting.make_reports", HOUR, 3 * HOUR),
    Job("Kijken wie aandacht nodig heeft", "campagne.measurement.attention.keeping.look_again", HOUR, 3 * HOUR),
    Job("Openbare cijfers vastleggen", "campagne.measurement.public.freezing.freeze_when_due", HOUR, 3 * HOUR),
    Job("Oude aanmeldingen van medewerkers weggooien", "campagne.staff.arriving.forget_old", HOUR, 3 * HOUR),
    Job("Oude inlogpogingen vergeten", "campagne.staff.access.lockout.counting.forget_old", 10 * MINUTE, HOUR),
    Job("Backups maken", "campagne.serving.backup.nightly.keep_backups", 20 * SECOND, 10 * MINUTE),
    Job("Een backup op proef terugzetten", "campagne.serving.backup.drilling.drill_when_due", MINUTE, HOUR),
    Job("Storingen opschrijven", "campagne.serving.disturbances.record.keep", 20 * SECOND, 10 * MINUTE),
    Job("Oude dagtellingen opruimen", "campagne.measurement.months.purge_when_due", HOUR, 3 * HOUR),
)

# What every web process must do by itself, because it holds something in memory: a function without arguments.
IN_EVERY_PROCESS = (
    ("campagne.measurement.rejections.write_rejections", 20 * SECOND),
    ("campagne.measurement.entrances.scans.write_scans", 5 * SECOND),
    ("campagne.measurement.entrances.doors.learn_doors", 30 * SECOND),
    ("campagne.serving.store.given_out.write_given_out", 10 * SECOND),
    ("home.search.missed.write_missed", 20 * SECOND),
    ("campagne.serving.disturbances.record.write_noted", 20 * SECOND),
)
