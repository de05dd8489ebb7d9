"""The dashboard below /beheer/: six questions with their figures, and the same figures as a file."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page as Screen
from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpRequest, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page

from campagne.measurement import measures
from campagne.measurement.context.admin_views import MAY_ADD, address_of_form
from campagne.measurement.dashboard.answers import Answer
from campagne.measurement.dashboard.asked import BEFORE_AND_AFTER
from campagne.measurement.dashboard.choosing import SelectionForm
from campagne.measurement.dashboard.ladder import ladder
from campagne.measurement.dashboard.laid_together import reading_and_knowing
from campagne.measurement.dashboard.learning_in_groups import ALIKE
from campagne.measurement.dashboard.page_rows import page_rows
from campagne.measurement.dashboard.quality import coverage
from campagne.measurement.dashboard.reading_and_knowing import SELF_SELECTION, summary
from campagne.measurement.dashboard.selection import Selection, sees_all
from campagne.measurement.dashboard.spreadsheet import HEADER, export_rows
from campagne.measurement.dashboard.traffic import traffic_per_page
from campagne.measurement.dashboard.whom import NOT_OF_A_PAGE
from campagne.measurement.models import Inbox, Reason, Rejection
from campagne.measurement.periods import last_days
from campagne.measurement.screen import filters_kept, installation
from campagne.serving.models import Installation
from campagne.sheets.csv_file import write_csv

PAGES_ON_A_SCREEN = 25
SHORTCUTS = ((7, "7 dagen"), (28, "28 dagen"), (365, "een jaar"))


@require_safe
def dashboard(request: HttpRequest) -> TemplateResponse:
    """The six questions of the ladder for what was chosen."""
    form, selection = _chosen(request)
    furniture = _furniture(request, form, selection)
    context = {
        **furniture,
        "answers": _answers(selection, furniture["installation"]),
        "rejections": _rejections(selection),
        "coverage": coverage(selection),
        "waiting": Inbox.objects.uncounted(timezone.now()).count(),
    }
    return TemplateResponse(request, "measurement/dashboard.html", context)


@require_safe
def figures_per_page(request: HttpRequest) -> TemplateResponse:
    """The pages that were chosen, most shown first."""
    form, selection = _chosen(request)
    rows = _page_rows(request, selection)
    context = {**_furniture(request, form, selection), "pages": rows}
    return TemplateResponse(request, "measurement/per_page.html", context)


@require_safe
def reading_beside_knowing(request: HttpRequest) -> TemplateResponse:
    """What was read and what was answered, side by side per theme and group."""
    form, selection = _chosen(request)
    together = reading_and_knowing(selection)
    context = {
        **_furniture(request, form, selection),
        "together": together,
        "sentence": summary(together.pairs, together.possible) if together else NOT_OF_A_PAGE,
        "self_selection": SELF_SELECTION,
        "caveats": (measures.READS.caveat, BEFORE_AND_AFTER, measures.RIGHT_ANSWERS.caveat, ALIKE),
    }
    return TemplateResponse(request, "measurement/reading_and_knowing.html", context)


@require_safe
def figures_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The figures on the screen as a file, with what each is and does not say on every line."""
    _, selection = _chosen(request)
    per_page = traffic_per_page(selection)
    titles = dict(Page.objects.filter(pk__in=per_page).values_list("pk", "title"))
    ours = installation()
    rows = export_rows(selection, _answers(selection, ours), per_page, titles, is_demo=ours.is_demo)
    name = f"cijfers-{selection.period.first}-{selection.period.last}.csv"
    return StreamingHttpResponse(
        write_csv(rows, header=HEADER),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


def _chosen(request: HttpRequest) -> tuple[SelectionForm, Selection]:
    """Read the filters; raise PermissionDenied for whoever may not see figures."""
    if not request.user.has_perm("staff.view_figures"):
        raise PermissionDenied("Vraag de beheerder om het recht ‘Mag de cijfers zien’.")
    form = SelectionForm(request.GET.dict(), user=request.user, today=timezone.localdate())
    return form, form.selection()


def _answers(selection: Selection, installation: Installation) -> tuple[Answer, ...]:
    return ladder(selection, counted_since=timezone.localdate(installation.founded_at))


def _page_rows(request: HttpRequest, selection: Selection) -> Screen:
    """The pages with the most views first, a screen at a time; only those on screen are looked up."""
    per_page = traffic_per_page(selection)
    order = sorted(per_page, key=lambda page_id: (-per_page[page_id].views, page_id))
    screen = Paginator(order, PAGES_ON_A_SCREEN).get_page(request.GET.get("blad"))
    rows = page_rows(selection, list(screen), per_page)
    screen.object_list = [(row, _own_url(request, row.pk)) for row in rows]
    return screen


def _own_url(request: HttpRequest, page_id: int) -> str:
    """The dashboard of this page alone, over the same period."""
    kept = {name: request.GET[name] for name in ("van", "tot") if name in request.GET}
    return f"{reverse('figures')}?{urlencode({**kept, 'pagina': page_id})}"


def _shortcuts(request: HttpRequest, today: date) -> Iterator[tuple[str, str]]:
    """Links to usual periods that keep the other filters: pairs of label and address."""
    for days, label in SHORTCUTS:
        query = filters_kept(request)
        query["van"], query["tot"] = str(last_days(today, days).first), str(today)
        yield label, f"?{query.urlencode()}"


def _event_url(request: HttpRequest, selection: Selection) -> str:
    """Where to write down what happened in this period; empty for who may not."""
    if not request.user.has_perm(MAY_ADD):
        return ""
    return address_of_form(selection.period, request.GET.dict(), request.get_full_path())


def _rejections(selection: Selection) -> list[tuple[str, int]]:
    """What was not counted in the period, by reason; of the whole site, because no page is kept with it."""
    found = Rejection.objects.within(selection.period.first, selection.period.last).order_by()
    counts = dict(found.values_list("reason").annotate(Sum("count")))
    return [(reason.label, counts.get(reason, 0)) for reason in Reason]


def _furniture(request: HttpRequest, form: SelectionForm, selection: Selection) -> dict:
    """What these screens show around the figures, and what Wagtail's page around them needs."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": "Beheer"}, {"url": "", "label": "Cijfers"}]
    query = filters_kept(request).urlencode()
    return {
        "header_title": "Cijfers",
        "header_icon": "table",
        "breadcrumbs_items": crumbs,
        "form": form,
        "selection": selection,
        "shortcuts": _shortcuts(request, selection.today),
        "query": query,
        "csv_url": f"{reverse('figures_csv')}?{query}",
        "sees_all": sees_all(request.user),
        "installation": installation(),
        "event_url": _event_url(request, selection),
    }
