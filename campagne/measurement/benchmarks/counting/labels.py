"""The themes and target groups of a region that has just been founded."""

from doelgroepen.models import TargetGroup, Theme

THEMES, GROUPS = 4, 8


def put_labels() -> tuple[list[int], list[int]]:
    """Make them; return the ids of the themes and those of the groups."""
    themes = [Theme.objects.create(name=f"Thema {number}", slug=f"thema-{number}") for number in range(THEMES)]
    groups = [
        TargetGroup.objects.create(name=f"Groep {number}", self_description=f"Ik ben {number}")
        for number in range(GROUPS)
    ]
    return [theme.pk for theme in themes], [group.pk for group in groups]
