// Filters and sorts the entries of a report, chooses one of its languages, and keeps all of that in the page's address.
// What a user typed is only ever compared and shown as text; nothing here makes elements or code out of it.

const form = document.querySelector("form.finder");
const main = document.querySelector("main");
const root = document.documentElement;
const fields = [...form.elements].filter((element) => element.name);
const details = form.querySelector("details");
const count = form.querySelector(".count");
const WAIT = 120; // milliseconds that somebody who types may pause
const MANY = 500; // entries from which on only those are laid out that are seen
const NOTHING = /^[\s–—-]*$/; // what stands in a cell without a value

// --- What there is ------------------------------------------------------------------------------------------

// By what an entry is found; of rows that are joined, one must fit in everything.
const tokensOf = (elements) => elements.map((element) => new Set((element.dataset.facets ?? "").split(" ")));
const entry = (parts, tokens) => ({ parts, tokens, shown: true });

// Rows that a spanning cell joins are one entry; they have a body of their own.
function tableOf(table) {
  const bodies = [...table.tBodies];
  const joined = bodies.length > 1 || bodies[0]?.querySelector("[rowspan]");
  const rows = [...(bodies[0]?.rows ?? [])];
  const units = joined ? bodies.map((body) => [body, [...body.rows]]) : rows.map((row) => [row, [row]]);
  const found = units.filter(([, rows]) => rows.some((row) => row.dataset.facets));
  const entries = found.map(([part, rows]) => ({ ...entry([part], tokensOf(rows)), rows }));
  return { table, entries, box: table.parentElement, number: table.caption.id.replace("_table-", ""), sort: null };
}

function levelOf(part) {
  const heading = part.matches(".heading") ? part.firstElementChild : part;
  const level = heading.getAttribute("aria-level") ?? /^H([2-6])$/.exec(heading.tagName)?.[1];
  return level ? [heading, Number(level)] : [null, 0];
}

// A section is a heading with all that follows until the next heading that stands as high.
function sectionsOf(parts) {
  const all = [], open = [];
  for (const part of parts) {
    const [heading, level] = levelOf(part);
    if (heading) {
      while (open.length && open.at(-1).level >= level) open.pop();
      open.push({ heading, level, parts: [], within: [] });
      all.push(open.at(-1));
    }
    for (const section of open) section.parts.push(part);
  }
  return all;
}

const tables = [...main.querySelectorAll("table")].map(tableOf).filter(({ entries }) => entries.length);
const sections = sectionsOf(main.children);
const headed = sections.filter(({ heading }) => heading.dataset.facets);
const entries = [
  ...tables.flatMap((table) => table.entries),
  ...headed.map(({ heading, parts }) => entry(parts, tokensOf([heading]))),
];

const entryOf = new Map(entries.flatMap((each) => each.parts.map((part) => [part, each])));
function entryAt(element) {
  for (let at = element; at && at !== main; at = at.parentElement) if (entryOf.has(at)) return entryOf.get(at);
  return null;
}

// A line of a list that only leads to entries goes with them, and so does a picture that only shows such.
const targetOf = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
const linksIn = (item) => [...item.querySelectorAll("a[href^='#']")].map(targetOf).filter(Boolean);
const shownBy = ({ dataset }) => (dataset.shows ?? "").split(" ").map((name) => document.getElementById(name));
const lines = [...main.querySelectorAll("li, figure")]
  .map((item) => ({ item, leadsTo: [...linksIn(item), ...shownBy(item)].map(entryAt).filter(Boolean) }))
  .filter(({ leadsTo }) => leadsTo.length);
const contents = [...document.querySelectorAll("nav li")].map((item) => ({ item, target: linksIn(item)[0] }));

const sectionsAt = new Map();
for (const section of sections) {
  for (const part of section.parts) sectionsAt.set(part, [...(sectionsAt.get(part) ?? []), section]);
}
function put(thing, element) {
  let part = element;
  while (part.parentElement !== main) part = part.parentElement;
  for (const section of sectionsAt.get(part) ?? []) section.within.push(thing);
}
for (const each of entries) put(each, each.parts[0]);
for (const line of lines) put(line, line.item);
// A table of sums is about everything, and stays; so does its section.
const ofSums = [...main.querySelectorAll("table")].filter((table) => !table.querySelector("[data-facets]"));
for (const table of ofSums) if (!table.closest("figure") && !entryAt(table)) put({ shown: true }, table);

// --- Filtering ----------------------------------------------------------------------------------------------

const language = () => form.elements.language?.value || root.lang;
const folded = (text) => text.normalize("NFC").toLocaleLowerCase(language());
const chosen = () => fields.filter(({ name, value }) => value && name !== "text" && name !== "language");
const textOf = (each) => (each.text ??= folded(each.parts.map((part) => part.textContent).join(" ")));

function filter() {
  const wanted = chosen().map(({ name, value }) => `${name}:${value}`);
  const words = folded(form.elements.text?.value ?? "").split(/\s+/).filter(Boolean);
  const gone = new Set();
  const leave = (parts) => parts.forEach((part) => gone.add(part));
  for (const each of entries) {
    const fits = each.tokens.some((tokens) => wanted.every((token) => tokens.has(token)));
    each.shown = fits && words.every((word) => textOf(each).includes(word));
    if (!each.shown) leave(each.parts);
  }
  for (const { entries: inside, box } of tables) if (!inside.some(({ shown }) => shown)) gone.add(box);
  for (const line of lines) {
    line.shown = line.leadsTo.some(({ shown }) => shown);
    if (!line.shown) gone.add(line.item);
  }
  for (const { within, parts } of sections) if (within.length && !within.some(({ shown }) => shown)) leave(parts);
  const isGone = (element) => element && (gone.has(element) || gone.has(element.closest(".heading")));
  for (const { item, target } of contents) if (isGone(target)) gone.add(item);
  hide(gone);
  tell();
}

let hidden = new Set();
function hide(gone) {
  for (const element of hidden) if (!gone.has(element)) element.hidden = false;
  for (const element of gone) if (!hidden.has(element)) element.hidden = true;
  hidden = gone;
}

function tell() {
  if (!count) return;
  const number = new Intl.NumberFormat(language());
  const shown = entries.filter((each) => each.shown).length;
  const numbers = { shown: number.format(shown), total: number.format(entries.length) };
  const said = (version(count) ?? count.dataset.words).replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
  if (count.textContent !== said) count.textContent = said;
  const filled = fields.filter(({ name, value }) => value && name !== "language");
  const seen = (label) => (label.querySelector("[data-for]:not([hidden], [data-off])") ?? label).textContent;
  const named = (field) => `${seen(field.labels[0])}: ${field.selectedOptions?.[0].text ?? field.value}`;
  form.toggleAttribute("data-filtered", filled.length > 0);
  form.querySelector(".chosen").textContent = filled.map(named).join("; ");
}

// --- Sorting ------------------------------------------------------------------------------------------------

// A column can be sorted where each entry has one cell in it.
const isSortable = ({ entries: inside }, column) =>
  inside.length > 1 && inside.every(({ rows }) => rows[0].cells[column].rowSpan === rows.length);

function addButtons(table) {
  [...table.table.tHead.rows[0].cells].forEach((head, column) => {
    if (!isSortable(table, column)) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const turned = table.sort?.column === column && !table.sort.down;
      table.sort = { column, down: turned };
      arrange(table);
      remember(true);
    });
  });
}

function wordsIn(cell) {
  if (!root.dataset.language) return cell.textContent;
  const copy = cell.cloneNode(true);
  copy.querySelectorAll("[data-off]").forEach((part) => part.remove());
  return copy.textContent;
}

function keyOf(cell) {
  const value = cell.dataset.value ?? wordsIn(cell).trim();
  return NOTHING.test(value) ? null : value;
}

function comparison(keys) {
  const isNumeric = keys.every((key) => key === null || Number.isFinite(Number(key)));
  if (isNumeric) return (one, other) => Number(one) - Number(other);
  return new Intl.Collator(language(), { numeric: true }).compare;
}

function arrange(table) {
  const { sort } = table;
  [...table.table.tHead.rows[0].cells].forEach((head, column) => {
    if (sort?.column === column) head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  let order = table.entries;
  if (sort) {
    const keys = new Map(order.map((each) => [each, keyOf(each.rows[0].cells[sort.column])]));
    const compare = comparison([...keys.values()]);
    order = [...order].sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (a === null || b === null) return (a === null) - (b === null); // what has no value comes last either way
      return sort.down ? compare(b, a) : compare(a, b);
    });
  }
  const parts = order.map((each) => each.parts[0]);
  const above = parts[0].parentElement;
  const sums = [...above.children].filter((part) => part.matches("tbody, tr") && !entryOf.has(part));
  const arranged = document.createDocumentFragment();
  for (const part of [...parts, ...sums]) arranged.append(part);
  above.append(arranged);
}

// --- Languages ----------------------------------------------------------------------------------------------

const worded = [...document.querySelectorAll("[data-for]:not([data-alone])")];
const alone = [...document.querySelectorAll("[data-alone]")]; // the page's own words in its other languages
const options = new Map([...form.querySelectorAll("option[data-words1]")].map((option) => [option, option.text]));
const version = ({ dataset }) => dataset[`words${form.elements.language?.selectedIndex}`];

const primary = (tag) => tag.split("-")[0]; // sv-FI is no other language than sv

function speak() {
  const wanted = form.elements.language?.value ?? "";
  if ((root.dataset.language ?? "") === wanted) return;
  if (wanted) root.dataset.language = wanted;
  else delete root.dataset.language;
  for (const [option, words] of options) option.text = version(option) ?? words;
  for (const part of alone) part.hidden = part.dataset.for !== wanted;
  for (const part of worded) {
    const isFor = !wanted || part.dataset.for.split(" ").includes(wanted);
    const spoken = part.closest("[lang]").lang;
    part.toggleAttribute("data-off", !isFor);
    if (wanted && isFor && primary(spoken) !== primary(wanted)) part.dataset.untranslated = spoken;
    else delete part.dataset.untranslated;
  }
}

// --- The address --------------------------------------------------------------------------------------------

function remember(isNew) {
  const address = new URL(location.href);
  for (const { name } of fields) address.searchParams.delete(name);
  address.searchParams.delete("sort");
  for (const { name, value } of fields) if (value) address.searchParams.append(name, value);
  for (const { number, sort } of tables) {
    if (sort) address.searchParams.append("sort", `${number}.${sort.column + 1}${sort.down ? ".down" : ""}`);
  }
  if (address.href === location.href) return;
  if (isNew) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

// What had another name when the link was made; what is not on this page cannot be asked for.
function nowCalled(field, key) {
  const is = ({ dataset }) => dataset.former?.split(" ").includes(key);
  return [...field.options].find(is)?.value ?? "";
}

function recall() {
  const asked = new URL(location.href).searchParams;
  for (const field of fields) {
    field.value = asked.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = nowCalled(field, asked.get(field.name));
  }
  const sorts = new Map(asked.getAll("sort").map((words) => words.split(".")).map(([number, ...how]) => [number, how]));
  speak();
  for (const table of tables) {
    const [column, down] = sorts.get(table.number) ?? [];
    const before = table.sort;
    const head = table.table.tHead.rows[0].cells[column - 1];
    table.sort = head?.querySelector("button") ? { column: column - 1, down: down === "down" } : null;
    if (before || table.sort) arrange(table);
  }
  filter();
}

// --- What readers do ----------------------------------------------------------------------------------------

function clear() {
  for (const field of fields) if (field.name !== "language") field.value = "";
  for (const table of tables.filter(({ sort }) => sort)) {
    table.sort = null;
    arrange(table);
  }
  filter();
  remember(true);
}

function choose(isNew) {
  speak();
  filter();
  remember(isNew);
}

let waiting;
form.addEventListener("input", ({ target }) => {
  clearTimeout(waiting);
  if (target.name === "text") waiting = setTimeout(choose, WAIT, false);
  else choose(true);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("button")?.addEventListener("click", clear);
// Who follows a link wants to see where it leads, whatever was filtered away.
document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[href^='#']");
  if (link && targetOf(link)?.closest("[hidden]")) clear();
});
window.addEventListener("popstate", recall);

main.classList.toggle("large", entries.length > MANY);
tables.forEach(addButtons);
recall();
details.open = matchMedia("(min-width: 48rem)").matches || fields.some(({ value }) => value);
form.hidden = false;
