// One slide at a time in the top layer. All slides are in the page already, so that turning one asks for nothing.
const shows = new WeakMap();

export default function (component) {
  const { parentElement: root, data: packed } = component;
  let show = shows.get(root);
  if (!show) {
    show = made(root);
    shows.set(root, show);
  }
  show.component = component;
  const asked = (show.asked = (show.asked ?? 0) + 1);
  unpacked(packed).then(
    (data) => {
      if (asked !== show.asked) return; // newer slides have come
      paint(show, data);
      if (data.open && !show.opened) {
        show.opened = true;
        open(show, data.start);
      }
    },
    () => component.setTriggerValue("unreadable", true),
  );
  return () => {
    document.removeEventListener("keydown", show.outside);
    clearInterval(show.turning);
  };
}

const JSON_OPENS = "{".charCodeAt(0);

// The slides come as JSON in gzip, a tenth of its size; to a browser that cannot unpack it, as JSON alone.
async function unpacked(packed) {
  if (packed[0] === JSON_OPENS) return new Response(packed).json();
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

function made(root) {
  const find = (name) => root.querySelector(name);
  const show = {
    root, at: 0, from: null, typed: "", sorter: find(".sorter"), dialog: find("dialog"), stage: find(".stage"), black: find(".black"),
    sheet: find(".sheet"), desk: find(".desk"), targets: find(".targets"), actions: find(".actions"), agreed: find(".agreed"),
    output: find(".typed"),
  };
  show.outside = (event) => {
    if (show.data && !show.dialog.open && !busy(event) && event.key.toLowerCase() === "p" && !modified(event)) open(show, show.at);
  };
  document.addEventListener("keydown", show.outside);
  show.dialog.addEventListener("keydown", (event) => pressed(show, event));
  show.dialog.addEventListener("cancel", (event) => {
    if (closeSheet(show) || back(show)) event.preventDefault();
  });
  show.dialog.addEventListener("close", () => closed(show));
  show.stage.addEventListener("click", (event) => {
    const zone = event.target.closest?.("[data-opens]");
    if (zone) drill(show, zone.dataset.opens);
    else turn(show, event.clientX < innerWidth / 3 ? -1 : 1);
  });
  entering(show, show.targets, "target", "amount");
  entering(show, show.actions, "action", "what", show.actions.elements.what);
  entering(show, show.agreed, "agreed", "owner");
  show.agreed.elements.number.addEventListener("change", () => choose(show));
  return show;
}

// New actions come one after another; after any other entry the keys turn slides again.
function entering(show, form, kind, first, next = show.dialog) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show.component.setTriggerValue("entered", { kind, ...Object.fromEntries(new FormData(form)) });
    show.desk.querySelector(".said").textContent = show.data.words.sending;
    form.elements[first].value = "";
    next.focus();
  });
}

function paint(show, data) {
  const stamp = JSON.stringify([data.slides.map((slide) => slide.svg), data.said, data.whose, data.agreed]);
  show.data = data;
  if (show.stamp === stamp) return;
  show.stamp = stamp;
  show.sorter.replaceChildren(...data.slides.map((slide, at) => card(show, slide, at)));
  show.stage.replaceChildren(...data.slides.map((slide) => drawn(slide.svg)));
  forms(show, data);
  goTo(show, Math.min(show.at, data.slides.length - 1), show.from);
}

function drawn(svg) {
  const holder = document.createElement("div");
  holder.innerHTML = svg;
  return holder;
}

function card(show, slide, at) {
  const item = document.createElement("div");
  item.setAttribute("role", "listitem");
  const button = document.createElement("button");
  button.append(...drawn(slide.svg).childNodes);
  button.setAttribute("aria-label", `${slide.number} ${slide.topic} ${slide.title}`);
  button.addEventListener("click", () => open(show, at));
  const words = document.createElement("p");
  const number = document.createElement("b");
  number.textContent = slide.number;
  words.append(number, slide.topic);
  item.append(button, words);
  return item;
}

function forms(show, data) {
  const planned = show.targets.elements;
  named(planned, ["whose", "amount"], data);
  refill(planned.whose, data.whose);
  show.targets.querySelector("button").textContent = data.words.set;
  const fields = show.actions.elements;
  named(fields, ["what", "owner", "due", "metric"], data);
  refill(fields.metric, data.metrics);
  if (!fields.due.value) fields.due.value = data.due;
  show.actions.querySelector("button").textContent = data.words.enter;
  const agreed = show.agreed.elements;
  named(agreed, ["number", "owner", "due"], data);
  refill(agreed.number, data.agreed);
  show.agreed.querySelector("button").textContent = data.words.agree;
  choose(show);
  show.desk.querySelector(".said").textContent = data.said;
}

// The owner stands as a hint and not as a value: where names are masked, keeping it must not write the mask.
function choose(show) {
  const fields = show.agreed.elements;
  const chosen = show.data.agreed.find(([number]) => number === fields.number.value);
  if (!chosen) return;
  [, , fields.owner.placeholder, fields.due.value] = chosen;
}

function refill(select, options) {
  const chosen = select.value;
  select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
  if (options.some(([value]) => value === chosen)) select.value = chosen;
}

function named(fields, names, data) {
  for (const name of names) {
    fields[name].placeholder = data.words[name];
    fields[name].setAttribute("aria-label", data.words[name]);
  }
}

function open(show, at) {
  if (!show.dialog.open) show.dialog.showModal();
  goTo(show, at);
  clearInterval(show.turning);
  if (show.data.rotate) {
    show.turning = setInterval(() => goTo(show, (show.at + 1) % show.data.slides.length), show.data.rotate * 1000);
  }
}

function closed(show) {
  clearInterval(show.turning);
  show.black.hidden = true;
  closeSheet(show);
  if (document.fullscreenElement) document.exitFullscreen();
}

function goTo(show, at, from = null) {
  show.from = from;
  show.at = Math.max(0, Math.min(at, show.data.slides.length - 1));
  [...show.stage.children].forEach((slide, place) => slide.classList.toggle("now", place === show.at));
  desk(show, show.data.open_meeting ? show.data.slides[show.at].live : "");
  closeSheet(show);
}

function desk(show, live) {
  show.targets.hidden = live !== "plans" || !show.data.whose.length;
  show.actions.hidden = live !== "plans";
  show.agreed.hidden = !live || !show.data.agreed.length;
  show.desk.hidden = show.actions.hidden && show.agreed.hidden;
  show.dialog.classList.toggle("entering", !show.desk.hidden);
  show.dialog.classList.toggle("brief", show.actions.hidden);
}

function drill(show, key) {
  const at = show.data.slides.findIndex((slide) => slide.key === key);
  if (at >= 0) goTo(show, at, show.from ?? show.at);
}

function back(show) {
  if (show.from === null) return false;
  goTo(show, show.from);
  return true;
}

function turn(show, by) {
  goTo(show, show.at + by);
}

function pressed(show, event) {
  if (busy(event) || modified(event)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const done = {
    ArrowRight: () => turn(show, 1), PageDown: () => turn(show, 1), " ": () => turn(show, 1),
    ArrowLeft: () => turn(show, -1), PageUp: () => turn(show, -1),
    Home: () => goTo(show, 0), End: () => goTo(show, show.data.slides.length - 1),
    Enter: () => jump(show), ArrowDown: () => deeper(show), ArrowUp: () => back(show), b: () => { show.black.hidden = !show.black.hidden; },
    f: () => fullScreen(show), n: () => sheet(show, "notes"), d: () => sheet(show, "definitions"),
    Backspace: () => typed(show, show.typed.slice(0, -1)),
  }[key];
  if (/^[0-9a]$/.test(key)) typed(show, show.typed + key.toUpperCase());
  else if (done) done();
  else return;
  event.preventDefault();
}

function typed(show, said) {
  show.typed = said;
  show.output.value = said;
  show.output.hidden = !said;
}

function deeper(show) {
  const [first] = show.data.slides[show.at].details;
  if (first && show.from === null) drill(show, first);
}

function jump(show) {
  if (!show.typed) {
    if (!back(show)) deeper(show);
    return;
  }
  const at = show.data.slides.findIndex((slide) => slide.number === show.typed);
  typed(show, "");
  if (at >= 0) goTo(show, at);
}

function sheet(show, name) {
  const wanted = show.sheet.hidden || show.sheet.dataset.name !== name;
  closeSheet(show);
  if (!wanted) return;
  const heading = document.createElement("h2");
  heading.textContent = show.data.words[name];
  show.sheet.replaceChildren(heading, ...(name === "notes" ? notes(show) : definitions(show)));
  show.sheet.dataset.name = name;
  show.sheet.hidden = false;
  show.sheet.focus();
}

function notes(show) {
  const said = document.createElement("p");
  said.textContent = show.data.slides[show.at].notes || show.data.words.nothing;
  return [said];
}

function definitions(show) {
  const every = show.data.slides[show.at].definitions;
  if (!every.length) {
    const said = document.createElement("p");
    said.textContent = show.data.words.nothing;
    return [said];
  }
  const list = document.createElement("dl");
  for (const [label, meaning, formula] of every) {
    const term = document.createElement("dt");
    const told = document.createElement("dd");
    term.textContent = label;
    told.append(meaning, document.createElement("br"), formula);
    list.append(term, told);
  }
  return [list];
}

function closeSheet(show) {
  const was = !show.sheet.hidden;
  show.sheet.hidden = true;
  return was;
}

function fullScreen(show) {
  if (document.fullscreenElement) document.exitFullscreen();
  else show.dialog.requestFullscreen?.();
}

function busy(event) {
  const path = event.composedPath();
  return path.some((each) => /^(INPUT|TEXTAREA|SELECT|FORM)$/.test(each.tagName) || each.isContentEditable);
}

function modified(event) {
  return event.ctrlKey || event.metaKey || event.altKey;
}
