// What is searched for stands in the address, so that a link restores it.

const SORT = "volgorde";

/** Read what an address asks for; values that the site does not have are left out. */
export function readAddress(search, facets) {
  const given = new URLSearchParams(search);
  const chosen = {};
  for (const { id, parameter, values } of facets) {
    const known = new Set(values.map(([value]) => value));
    const wanted = given.getAll(parameter).flatMap((value) => value.split(",")).filter((value) => known.has(value));
    if (wanted.length) chosen[id] = [...new Set(wanted)];
  }
  const order = given.get(SORT) || "";
  return { text: given.get("q") || "", chosen, order: ["titel", "datum"].includes(order) ? order : "" };
}

/** Write what is searched for as the search part of an address. */
export function writeAddress({ text, chosen, order }, facets) {
  const given = new URLSearchParams();
  if (text.trim()) given.set("q", text.trim());
  for (const { id, parameter } of facets) {
    for (const value of chosen[id] || []) given.append(parameter, value);
  }
  if (order) given.set(SORT, order);
  const search = given.toString();
  return search ? `?${search}` : "";
}
