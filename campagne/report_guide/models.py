"""The pages of the guide, gathered for Django."""

from campagne.report_guide.category import Category
from campagne.report_guide.guide_page import ReportGuidePage
from campagne.report_guide.type_page import IncidentTypePage

__all__ = ["Category", "IncidentTypePage", "ReportGuidePage"]
