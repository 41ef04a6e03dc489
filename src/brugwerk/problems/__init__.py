"""Problems as data: one shape, one catalogue of permanent codes, one way to print them."""

from brugwerk.problems.catalogue import Explanation, all_explanations, explain
from brugwerk.problems.problem import Place, Problem, Severity

__all__ = ["Explanation", "Place", "Problem", "Severity", "all_explanations", "explain"]
