// What holds within a network and its meetings; the same rules as in `brugwerk check`.

import { isFilled, list, term } from "./asked.js";
import { twice } from "./names.js";
import { problem } from "./sentences.js";

export function checkNetwork(definition, _kind, { data }) {
  return [
    ...twice(definition, data, "phases", "id"),
    ...students(definition, data),
    ...phases(definition, data),
    ...inOrder(definition, data),
    ...list(data.meetings).flatMap((meeting, index) => plan(definition, data, meeting, ["meetings", index])),
  ];
}

/** The phases that a meeting can be in: those of the network, or else of its programme. */
export function phasesOf(definition, data) {
  if (list(data.phases).length) {
    return data.phases.map(({ id, kind }) => ({ id, label: term(definition, "phases", kind).label }));
  }
  return term(definition, "programmes", data.programme).phases ?? [];
}

function students(definition, data) {
  const index = list(data.participants).findIndex((one) => one.role === "student");
  if (!list(data.participants).some((one) => one.role === "student" && one.number)) return [];
  if (!data.students) return [problem(definition, "BW405", ["participants", index, "role"])];
  const first = list(data.meetings)[0]?.date;
  const late = first && data.students.preparation_date && data.students.preparation_date >= first;
  return late ? [problem(definition, "BW406", ["students", "preparation_date"])] : [];
}

function phases(definition, data) {
  if (!data.programme) return [];
  const { years, phases: brought = [] } = term(definition, "programmes", data.programme);
  const found = [];
  if (!list(data.phases).length && !brought.length) found.push(problem(definition, "BW407", ["programme"]));
  if (years !== undefined && Number.isInteger(data.years) && years !== data.years) {
    found.push(problem(definition, "BW413", ["years"], { years }));
  }
  list(data.phases).forEach((phase, index, all) => {
    if (index && phase.year < all[index - 1].year) found.push(problem(definition, "BW416", ["phases", index, "year"]));
  });
  return found;
}

function inOrder(definition, data) {
  let earliest = data.start ?? "";
  return list(data.meetings).flatMap(({ date }, index) => {
    if (!date) return [];
    const found = date < earliest ? [problem(definition, "BW412", ["meetings", index, "date"], { than: earliest })] : [];
    if (date > earliest) earliest = date;
    return found;
  });
}

function plan(definition, data, meeting, at) {
  const said = (code, path, facts) => problem(definition, code, [...at, ...path], facts);
  const found = [];
  const blocks = list(meeting.blocks);
  const known = phasesOf(definition, data);
  if (meeting.phase && known.length && !known.some((phase) => phase.id === meeting.phase)) {
    // The form shows the phases, so it guesses at no other spelling.
    found.push(said("BW409", ["phase"], { phase: meeting.phase, suggestion: "" }));
  }
  if (meeting.format && meeting.format !== "onsite" && !meeting.plan_b) found.push(said("BW411", ["plan_b"]));
  const same = meeting.date ? list(meeting.moved_from).indexOf(meeting.date) : -1;
  if (same >= 0) found.push(said("BW993", ["moved_from", same], { day: meeting.date }));
  if (!blocks.length) return Array.isArray(meeting.blocks) ? [...found, said("BW402", ["blocks"])] : found;
  const planned = blocks.reduce((sum, block) => sum + block.minutes, 0);
  const isCounted = [meeting, ...blocks].every((part) => Number.isInteger(part.minutes));
  if (isCounted && planned !== meeting.minutes) {
    found.push(said("BW401", ["minutes"], { planned, minutes: meeting.minutes }));
  }
  blocks.forEach((block, index) => {
    if (!isFilled(block.fixed) && !isFilled(block.room)) found.push(said("BW403", ["blocks", index]));
  });
  if (!blocks.some((block) => isFilled(block.fixed))) found.push(said("BW404", ["blocks"]));
  if (!blocks.some((block) => isFilled(block.room))) found.push(said("BW417", ["blocks"]));
  return found;
}
