// The desk's keys: each presses a button or follows a link that the page shows anyway, so nothing here can do what the page cannot.
"use strict";

const on = document.body.dataset.keys === "on";
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);

// What j and k go through: tellings on a claim's page, else the items of the page's lists.
const items = () => {
  const told = all("main[id] .told");
  if (document.body.dataset.page === "claim") return told;
  if (document.body.dataset.page === "question") return all("main .claim");
  const rows = all("main .rows > li");
  return rows.length > 0 ? rows : all("main .stack tbody tr, main .family, main .claim, main .entity, main .notes li");
};

const place = "at " + location.pathname;
let current = -1;

function go(to, quiet) {
  const list = items();
  if (list.length === 0) return;
  list[current]?.classList.remove("current");
  current = Math.max(0, Math.min(list.length - 1, to));
  const item = list[current];
  item.classList.add("current");
  item.closest("details.others")?.setAttribute("open", "");
  if (!quiet) {
    item.setAttribute("tabindex", "-1");
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }
  sessionStorage.setItem(place, String(current));
}

const item = () => items()[current];
const press = element => { if (element) element.click(); return Boolean(element); };

// A button of the item at hand comes first; where none is at hand, of the first item that has one; then one of the page.
const keyed = key => {
  const named = `[data-key="${CSS.escape(key)}"]`;
  const within = item() ? [item()] : items();
  return within.map(i => one(named, i)).find(Boolean) ?? all(named).find(e => !e.closest(".told, .rows > li, .entity, .claim, .notes li"));
};

function open(menu) {
  const found = one(`[data-menu="${CSS.escape(menu)}"]`);
  if (!found) return false;
  if (found.tagName !== "DETAILS") { found.focus(); found.select?.(); return true; }
  found.open = true;
  const first = one("form input:not([type=hidden]), form select, form button", found) ?? one("summary", found);
  first.focus();
  if (first.type === "text") first.select();
  return true;
}

// Two presses make one key: f and a letter, g and a letter, r or m and a digit.
let waiting = "";
function wait(menu) {
  waiting = menu;
  document.body.dataset.waiting = menu;
}

// A page where one begins to write at once.
function goTo(address, menu) {
  sessionStorage.setItem("focus", menu);
  location.assign(address);
}

function filterBy(name, value) {
  if (!value) return one(`[data-menu="f"] [name="${name}"]`)?.focus();
  const to = new URL("/claims.html", location.href);
  if (location.pathname === "/claims.html") to.search = location.search;
  to.searchParams.set(name, value);
  to.searchParams.delete("page");
  to.searchParams.delete("did");
  location.assign(to.pathname + to.search);
}

const after = {
  g(key) {
    const direct = { m: "/mask.html", s: "/grade.html", o: "/add.html", w: "/add.html" }[key];
    if (direct) return goTo(direct, "ow".includes(key) ? key : "");
    press(one(`[data-go="${CSS.escape(key)}"]`));
  },
  f(key, digit) {
    if (digit >= "1" && digit <= "6") return filterBy("rating", digit);
    if (key === "+") return filterBy("side", "for");
    if (key === "-") return filterBy("side", "against");
    if (digit === "0") return filterBy("side", "uncommitted");
    const acts = one("[data-lang]", item() ?? items()[0] ?? document.body);
    if (key === "p") return filterBy("who", acts?.dataset.who);
    if (key === "o") return filterBy("outlet", acts?.dataset.outlet);
    if (key === "l") return filterBy("lang", acts?.dataset.lang);
    if (!press(one(`[data-f="${CSS.escape(key)}"]`)) && location.pathname !== "/claims.html") {
      const yesterday = new Date(Date.now() - 86400000).toISOString().slice(0, 10);
      const quick = { c: ["contested", "1"], n: ["unseen", "1"], y: ["since", yesterday] }[key];
      if (quick) filterBy(...quick);
    }
  },
  r(key, digit) {
    const choice = one(`[data-menu="r"] [data-digit="${digit}"]`);
    if (!choice) return;
    choice.checked = true;
    one('[data-menu="r"] [name="note"]').focus();
  },
  m(key, digit) { press(one(`[data-menu="m"] [data-digit="${digit}"]`)); },
  E(key, digit) { press(one(`[data-menu="E"] [data-key="${digit}"]`)); },
};

async function copy(text) {
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text);
    document.body.dataset.copied = text;
    one("main").classList.add("copied");
    setTimeout(() => one("main").classList.remove("copied"), 900);
  } catch {
    const copies = one(".copies");
    if (copies) { copies.open = true; one("textarea", copies).select(); }
  }
}

const passageNow = () => one("#passage")?.dataset.told;
function nextPassage() {
  const list = items();
  const ways = list.map(t => one('[data-key="p"]', t));
  const shown = list.findIndex((t, i) => ways[i] && new URL(ways[i].href).searchParams.get("p") === passageNow());
  const at = shown >= 0 ? (shown + 1) % list.length : Math.max(0, current);
  if (!ways[at]) return;
  sessionStorage.setItem(place, String(at));
  location.assign(ways[at].href);
}

const simple = {
  j: () => go(current + 1),
  k: () => go(current - 1),
  p: nextPassage,
  c: () => copy(one("[data-cite]", item() ?? document.body)?.dataset.cite),
  C: () => copy(one("[data-cite-all]")?.dataset.citeAll ?? one("[data-cite]", item() ?? document.body)?.dataset.cite),
  "/": () => open("/"),
  q: () => open("q"),
  a: () => { if (!open("a")) goTo("/add.html", "a"); },
  e: () => open("e"),
  r: () => open("r") && wait("r"),
  f: () => { open("f"); document.activeElement?.blur(); wait("f"); },
  g: () => wait("g"),
  E: () => open("E") && wait("E"),
  m: () => { if (one('[data-menu="m"]')) { open("m"); wait("m"); } else press(keyed("m")); },
  v: () => { if (current < 0) go(0); press(keyed("v")); },
  z: () => press(one('[data-key="z"]')),
};

function enter() {
  const ticked = all('input[form="split"]:checked');
  if (ticked.length > 0) return one("#split").requestSubmit();
  const here = item();
  if (here) press(one('a[data-key="p"], p a[href], td a[href], a[href]', here));
}

const isField = e => e.matches?.("textarea, select, [contenteditable]") || (e.tagName === "INPUT" && !["radio", "checkbox", "submit", "button"].includes(e.type));

document.addEventListener("keydown", event => {
  if (!on || event.ctrlKey || event.altKey || event.metaKey) return;
  const field = isField(event.target);
  if (event.key === "Escape") { wait(""); event.target.blur?.(); one("#found").hidden = true; return; }
  if (event.key === "Enter" && event.target.dataset?.enter === "submit" && !event.shiftKey) { event.preventDefault(); event.target.form.requestSubmit(); return; }
  if (field || event.isComposing || event.key === "Shift") return;
  const digit = /^(Digit|Numpad)[0-9]$/.test(event.code) ? event.code.slice(-1) : "";
  if (waiting) {
    const menu = waiting;
    wait("");
    event.preventDefault();
    after[menu](event.key, digit);
    return;
  }
  if (event.key === "Enter") {
    if (event.target.matches("a, button, summary")) return;
    event.preventDefault();
    enter();
    return;
  }
  const key = simple[event.key] ? event.key : digit === "0" && event.key !== "+" ? "0" : event.key;
  if (simple[key]) { event.preventDefault(); simple[key](); return; }
  if (["o", "n", "l", "x", "+", "-", "0", "s", "u", "J", "K", "?"].includes(key) && press(keyed(key))) event.preventDefault();
});

// The item at hand stays at hand when a page comes back, so that a decision moves on to the next.
const kept = sessionStorage.getItem(place);
if (on && kept !== null && items().length > 0) go(Number(kept), document.activeElement !== document.body);
if (sessionStorage.getItem("focus")) { open(sessionStorage.getItem("focus")); sessionStorage.removeItem("focus"); }

// Results as one types.
const search = one("header .search input");
const found = one("#found");
let asked = 0;
search?.addEventListener("input", async () => {
  const mine = ++asked;
  const words = search.value.trim();
  if (words.length === 0) { found.hidden = true; return; }
  const answer = await fetch("/found?q=" + encodeURIComponent(words));
  if (mine !== asked || !answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  found.replaceChildren(...page.body.childNodes);
  found.hidden = false;
});
search?.addEventListener("keydown", event => {
  const ways = all("a", found);
  if (event.key === "ArrowDown" && ways.length > 0) { event.preventDefault(); ways[0].focus(); }
});
found?.addEventListener("keydown", event => {
  const ways = all("a", found);
  const at = ways.indexOf(document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); (ways[at + (event.key === "ArrowDown" ? 1 : -1)] ?? search).focus(); }
});

// Files that are dropped.
const drop = one("#drop");
if (drop) {
  for (const name of ["dragover", "drop"]) document.addEventListener(name, event => event.preventDefault());
  document.addEventListener("drop", event => {
    const input = one("input", drop);
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    input.form.requestSubmit();
  });
}

// What others do, and how far adding is.
// Who has just followed a link would be held back by a page shown again. A link to a file leaves the page where it is, so this passes.
const followingLasts = 2000; // ms
let following = false;
addEventListener("beforeunload", () => {
  following = true;
  setTimeout(() => { following = false; }, followingLasts);
});
const busy = () => isField(document.activeElement) || all("input:checked").length > 0 || waiting || following;
const events = new EventSource("/events");
events.addEventListener("ledger", event => {
  if (Number(event.data) <= Number(document.body.dataset.version)) return;
  if (busy()) one("#changed").hidden = false;
  else location.reload();
});
events.addEventListener("work", event => {
  const work = one("#work");
  if (!work) return;
  work.className = "work";
  const page = new DOMParser().parseFromString(event.data, "text/html");
  work.replaceChildren(...page.body.childNodes);
});
// A page that a form leaves is not shown again meanwhile, or what was sent would be given up.
addEventListener("submit", event => { if (event.submitter?.formMethod === "post" || event.target.method === "post") events.close(); });
addEventListener("pagehide", () => events.close());
