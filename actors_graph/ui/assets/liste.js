// A table whose names can be opened: real table markup for readers of all kinds, a button in the
// first cell of each line. Texts are written as texts, whatever they hold.
const cell = (tag, text, role) => {
  const element = document.createElement(tag);
  element.textContent = text;
  element.setAttribute("role", role);
  return element;
};

const head = (columns) => {
  const section = document.createElement("thead");
  section.setAttribute("role", "rowgroup");
  const line = section.insertRow();
  line.setAttribute("role", "row");
  for (const column of columns) {
    const title = cell("th", column.label, "columnheader");
    title.scope = "col";
    title.classList.toggle("number", column.number);
    line.append(title);
  }
  return section;
};

const heading = (text, width) => {
  const line = document.createElement("tr");
  line.setAttribute("role", "row");
  const title = cell("th", text, "rowheader");
  title.colSpan = width;
  title.scope = "rowgroup";
  line.className = "heading";
  line.append(title);
  return line;
};

const opener = (row, open) => {
  const first = cell("td", "", "cell");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = row.cells[0];
  button.onclick = () => open(row.id);
  if (row.current) button.setAttribute("aria-current", "true");
  first.append(button);
  return first;
};

const line = (row, columns, open) => {
  const element = document.createElement("tr");
  element.setAttribute("role", "row");
  element.classList.toggle("current", Boolean(row.current));
  element.append(row.id ? opener(row, open) : cell("td", row.cells[0], "cell"));
  row.cells.slice(1).forEach((text, index) => {
    const other = cell("td", text, "cell");
    const column = columns[index + 1];
    other.classList.toggle("number", column.number);
    // On a narrow screen the titles are gone: each value carries what it needs.
    other.dataset.before = column.before;
    other.classList.toggle("empty", text === "");
    element.append(other);
  });
  return element;
};

export default function liste({ data, parentElement, setTriggerValue }) {
  const open = (id) => setTriggerValue("open", id);
  const root = parentElement.querySelector(".liste");
  // A redrawn table must not lose the place of who moves by keyboard.
  const buttons = () => [...root.querySelectorAll("button")];
  const focused = buttons().indexOf(root.getRootNode().activeElement);
  const table = document.createElement("table");
  table.setAttribute("role", "table");
  const caption = table.createCaption();
  caption.textContent = data.caption;
  table.append(head(data.columns));
  const body = table.createTBody();
  body.setAttribute("role", "rowgroup");
  for (const row of data.rows) {
    body.append(
      row.heading ? heading(row.heading, data.columns.length) : line(row, data.columns, open),
    );
  }
  root.replaceChildren(table);
  if (focused >= 0) buttons()[focused]?.focus();
}
