// One slide at a time in the top layer. All slides are in the page already, so that turning one asks for nothing.
const shows = new WeakMap();

export default function (component) {
  const { parentElement: root, data } = component;
  let show = shows.get(root);
  if (!show) {
    show = made(root);
    shows.set(root, show);
  }
  show.component = component;
  paint(show, data);
  if (data.open && !show.opened) {
    show.opened = true;
    open(show, data.start);
  }
  return () => {
    document.removeEventListener("keydown", show.outside);
    clearInterval(show.turning);
  };
}

function made(root) {
  const find = (name) => root.querySelector(name);
  const show = {
    root, at: 0, typed: "", sorter: find(".sorter"), dialog: find("dialog"), stage: find(".stage"), black: find(".black"),
    sheet: find(".sheet"), live: find(".live"), output: find(".typed"), place: find(".place"),
  };
  show.outside = (event) => {
    if (!show.dialog.open && !busy(event) && event.key.toLowerCase() === "p" && !modified(event)) open(show, show.at);
  };
  document.addEventListener("keydown", show.outside);
  show.dialog.addEventListener("keydown", (event) => pressed(show, event));
  show.dialog.addEventListener("cancel", (event) => {
    if (closeSheet(show)) event.preventDefault();
  });
  show.dialog.addEventListener("close", () => closed(show));
  show.stage.addEventListener("click", (event) => turn(show, event.clientX < innerWidth / 3 ? -1 : 1));
  show.live.addEventListener("submit", (event) => {
    event.preventDefault();
    const told = Object.fromEntries(new FormData(show.live));
    show.component.setTriggerValue("entered", told);
    show.live.querySelector(".said").textContent = show.data.words.sending;
    show.live.elements.what.value = "";
    show.live.elements.what.focus();
  });
  return show;
}

function paint(show, data) {
  const stamp = JSON.stringify([data.slides.map((slide) => slide.svg.length + slide.title), data.said]);
  show.data = data;
  if (show.stamp === stamp) return;
  show.stamp = stamp;
  show.sorter.replaceChildren(...data.slides.map((slide, at) => card(show, slide, at)));
  show.stage.replaceChildren(...data.slides.map((slide) => drawn(slide.svg)));
  form(show, data);
  goTo(show, Math.min(show.at, data.slides.length - 1));
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

function form(show, data) {
  const fields = show.live.elements;
  for (const name of ["what", "owner", "due", "metric"]) {
    fields[name].placeholder = data.words[name];
    fields[name].setAttribute("aria-label", data.words[name]);
  }
  const chosen = fields.metric.value;
  fields.metric.replaceChildren(...data.metrics.map(([name, label]) => new Option(label, name)));
  if (chosen) fields.metric.value = chosen;
  if (!fields.due.value) fields.due.value = data.due;
  show.live.querySelector("button").textContent = data.words.enter;
  show.live.querySelector(".said").textContent = data.said;
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

function goTo(show, at) {
  show.at = Math.max(0, Math.min(at, show.data.slides.length - 1));
  [...show.stage.children].forEach((slide, place) => slide.classList.toggle("now", place === show.at));
  show.live.hidden = show.data.slides[show.at].live !== "actions" || !show.data.open_meeting;
  show.place.style.width = `${((show.at + 1) / show.data.slides.length) * 100}%`;
  closeSheet(show);
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
    Enter: () => jump(show), b: () => { show.black.hidden = !show.black.hidden; },
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

function jump(show) {
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
  return path.some((each) => /^(INPUT|TEXTAREA|SELECT)$/.test(each.tagName) || each.isContentEditable);
}

function modified(event) {
  return event.ctrlKey || event.metaKey || event.altKey;
}
