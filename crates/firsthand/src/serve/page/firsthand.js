// Keys, and word of new reports. Everything can be read without it.
"use strict";

// Steps: what j and k go through.
const steps = () => [...document.querySelectorAll("a.step")].filter((a) => a.getClientRects().length > 0);

function step(by) {
  const all = steps();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next].focus();
}

function search() {
  const field = document.getElementById("q");
  if (field) field.focus();
  else location.href = "/search";
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "/": search,
  c: () => { location.href = "/check"; },
  s: () => { location.href = "/"; },
  "?": () => { location.href = "/help"; },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const does = KEYS[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});

// News: what is being read never moves, a line at the edge says what there is to see.
const KINDS = [
  "report-new", "report-changed", "story-merged", "story-split", "pinned", "undone", "rebuilt",
];
const news = document.getElementById("news");
const story = document.body.dataset.story;
const seen = { "report-new": new Set(), "report-changed": new Set(), story: new Set() };
let source = null;
let last = null;

function count(n, one, many) {
  return n === 1 ? `1 ${one}` : `${n} ${many}`;
}

function tell() {
  const parts = [];
  if (seen["report-new"].size) parts.push(count(seen["report-new"].size, "new report", "new reports"));
  if (seen["report-changed"].size) parts.push(count(seen["report-changed"].size, "changed report", "changed reports"));
  if (parts.length === 0 && seen.story.size) parts.push(story ? "this story changed" : count(seen.story.size, "changed story", "changed stories"));
  if (parts.length === 0) return;
  const again = document.createElement("a");
  again.href = location.href;
  again.textContent = "reload";
  again.addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
  news.replaceChildren(`${parts.join(", ")} — `, again);
}

function hear(event) {
  let change;
  try { change = JSON.parse(event.data); } catch { return; }
  if (story && String(change.story) !== story) return;
  if (event.lastEventId) last = event.lastEventId;
  const kind = change.kind || event.type;
  if (seen[kind]) seen[kind].add(change.report);
  else if (KINDS.includes(kind)) seen.story.add(change.story);
  else return;
  tell();
}

// Only a page that is seen listens: browsers keep few connections to one server.
function listen() {
  if (document.hidden || source || !window.EventSource) return;
  source = new EventSource(last ? `/events?after=${encodeURIComponent(last)}` : "/events");
  for (const kind of ["message", ...KINDS]) source.addEventListener(kind, hear);
  source.addEventListener("error", () => {
    if (source && source.readyState === EventSource.CLOSED) source = null;
  });
}

function pause() {
  if (source) source.close();
  source = null;
}

if (news) {
  document.addEventListener("visibilitychange", () => (document.hidden ? pause() : listen()));
  listen();
}
