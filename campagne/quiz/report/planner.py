"""Before a lesson: what could so many groups show? A form that only asks, and sentences that answer."""

from dataclasses import dataclass

from django import forms

from campagne.figures.estimates import Plan, smallest_visible_change
from campagne.figures.notation import number, of_hundred
from campagne.quiz.report.item import Line

TIMES = (1, 2, 4, 8)


def _number(label: str, least: int, most: int, initial: int) -> forms.IntegerField:
    wrong = dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"), f"vul een getal in van {least} tot {most}."
    )
    return forms.IntegerField(label=label, min_value=least, max_value=most, initial=initial, error_messages=wrong)


class PlannerForm(forms.Form):
    """How many groups, of how many people, of whom how many out of a hundred are right before the lesson."""

    groepen = _number("Aantal groepen", 1, 500, 2)
    mensen = _number("Mensen per groep", 1, 100, 15)
    vooraf = _number("Vooraf goed, van de 100", 0, 100, 50)


@dataclass(frozen=True)
class Planner:
    """The form, what it answers, and what more groups would show."""

    form: PlannerForm
    sentence: str = ""
    lines: tuple[Line, ...] = ()


def planner(fields: dict[str, str]) -> Planner:
    """Answer what was asked; without a question, for two groups of fifteen."""
    initial = {name: field.initial for name, field in PlannerForm.base_fields.items()}
    form = PlannerForm({**initial, **{name: fields[name] for name in initial if name in fields}})
    if not form.is_valid():
        return Planner(form)
    asked = form.cleaned_data
    plan = Plan(asked["groepen"], asked["mensen"], asked["vooraf"] / 100)
    more = [Plan(plan.groups * times, plan.size, plan.before) for times in TIMES]
    return Planner(form, _sentence(plan), tuple(Line(_who(plan), _change(plan)) for plan in more))


def _sentence(plan: Plan) -> str:
    change = smallest_visible_change(plan)
    if change is None:
        return f"Met {_who(plan)} is het verschil nooit groot genoeg om te zien. Neem meer groepen."
    return (
        f"Met {_who(plan)} ziet u alleen verschillen boven {number(change * 100)} procentpunt: "
        f"van {of_hundred(plan.before)} naar {of_hundred(plan.before + change)} van de 100 of meer."
    )


def _who(plan: Plan) -> str:
    return f"{number(plan.groups)} {'groep' if plan.groups == 1 else 'groepen'} van {number(plan.size)}"


def _change(plan: Plan) -> str:
    change = smallest_visible_change(plan)
    return "geen enkel verschil" if change is None else f"boven {number(change * 100)} procentpunt"
