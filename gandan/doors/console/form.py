"""`gandan form`: a statistical form from the records."""

from __future__ import annotations

import json
from argparse import Namespace

from django.conf import settings

from gandan.foundation.people.words import SYSTEM
from gandan.foundation.territory import queries as territory
from gandan.pure.refusal import Refused
from gandan.reporting.documents import actions as documents
from gandan.reporting.reports import queries as reports
