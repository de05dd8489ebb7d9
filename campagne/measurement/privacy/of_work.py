"""What work with the site leaves behind about people: who did what, who leads, and who stands on a page."""

from campagne.measurement.privacy.document import to_fill_in
from campagne.measurement.privacy.of_staff import ONLY_THEIRS, WORK
from campagne.measurement.privacy.processing import Processing, Safeguard
from campagne.staff.arriving import LOGINS_KEPT

HISTORY = Processing(
    name="Geschiedenis van de site: wie deed wat",
    purpose="Kunnen terugzien en terugdraaien wat er met pagina's, vragen, incidenten en accounts is gebeurd.",
    ground=WORK,
    people="Iedereen met een account.",
    data=(
        "Wie iets maakte, wijzigde, publiceerde, goedkeurde of besprak, en wanneer. Wie inlogde, en wat er met "
        "accounts gebeurde. Wie een incident meldde en bevestigde.",
        "Regels over een account houden de naam, ook nadat het account is verwijderd.",
    ),
    kept=(
        f"Regels over inloggen: {LOGINS_KEPT.days} dagen. Andere regels en oude versies van pagina's: blijvend. "
        + to_fill_in("of dit past bij de selectielijst (Archiefwet), en wanneer oude versies weg mogen"),
    ),
    receivers="Wie voor de hele regio werkt, ziet de geschiedenis van de site.",
    safeguards=(
        ONLY_THEIRS,
        Safeguard("Wat met accounts gebeurt, wordt opgeschreven.", "tests/staff/test_audit.py"),
    ),
    tables=(
        *("wagtailcore.PageLogEntry", "wagtailcore.ModelLogEntry", "wagtailcore.Revision", "wagtailcore.Page"),
        *("wagtailcore.Comment", "wagtailcore.CommentReply", "wagtailcore.PageSubscription"),
        *("wagtailcore.WorkflowState", "wagtailcore.TaskState", "wagtailadmin.EditingSession"),
        *("wagtailadmin.FormState", "quiz.QuestionVersion", "quiz.KeyCorrection"),
        *("incidents.Incident", "incidents.Message", "incidents.HeldPlan"),
        *("measurement.EvaluationPlan", "measurement.PlanChange", "measurement.AttentionCard"),
        "measurement.OfficialFile",
    ),
)
LEADING = Processing(
    name="Lessen plannen en begeleiden",
    purpose="Weten wie welke les plant en geeft.",
    ground=WORK,
    people="Coördinatoren en begeleiders met een account.",
    data=(
        "Wie een les plande, wie haar geeft, en wie een begeleiderskaart maakte. Van een kaart is alleen een "
        "afdruk van het geheim bewaard, niet wie haar kreeg.",
        "Bijzonderheden bij een les zijn vrije tekst; het scherm vraagt om er geen namen in te zetten.",
    ),
    kept=("Zolang de les in de lijst staat. " + to_fill_in("hoe lang lessen in de lijst blijven"),),
    receivers="De bibliotheek zelf, en wie voor de hele regio werkt.",
    safeguards=(Safeguard("Een bibliotheek ziet alleen haar eigen lessen.", "tests/guided/planning/test_rights.py"),),
    tables=(*("guided.GuidedSession", "guided.GuidedSession_presenters", "guided.PresenterCard", "guided.Library"),),
)
PUBLISHED = Processing(
    name="Foto's, bestanden en namen op openbare pagina's",
    purpose="Voorlichting geven die herkenbaar is, en laten zien wie te bereiken is.",
    ground="Taak van algemeen belang (AVG, artikel 6, lid 1, onder e); voor herkenbare foto's toestemming. "
    + to_fill_in("hoe toestemming voor foto's wordt gevraagd en bewaard"),
    people="Wie op een foto, in een geluid of met naam op een pagina staat; wie een bestand uploadde.",
    data=(
        "Beelden, geluiden en documenten, met wie ze uploadde. Plaats en toestel worden uit foto's gehaald.",
        "Wat redacteuren zelf schrijven, zoals een contactpersoon bij een activiteit. De site controleert dat niet.",
    ),
    kept=("Tot een redacteur het weghaalt. Oude versies van pagina's blijven bewaard.",),
    receivers="Iedereen. Wat openbaar was, kan door anderen zijn bewaard, ook in een archief.",
    safeguards=(
        Safeguard("Uit beelden gaat weg wat er over maker en plaats in stond.", "tests/media/test_picture_file.py"),
    ),
    tables=(
        *("media.Picture", "media.Sound", "wagtaildocs.Document", "wagtailcore.UploadedFile"),
        *("activities.Activity", "contacts.ReportChannel", "home.SiteSettings", "wagtailimages.Image"),
    ),
)
OF_WORK = (HISTORY, LEADING, PUBLISHED)
