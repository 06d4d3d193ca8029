// The script of the HTML report: it filters and orders what stands on the page already. It makes no markup and reads none.
const list = document.getElementById('list');
const form = document.getElementById('filters');
const replies = [...document.querySelectorAll('.reply')];

const words = new Map();
function wordsOf(reply) {
  if (!words.has(reply)) words.set(reply, reply.textContent.toLowerCase());
  return words.get(reply);
}

function apply() {
  const asked = new FormData(form);
  const search = asked.get('words').toLowerCase().trim().split(/\s+/).filter(Boolean);
  const levels = asked.getAll('level');
  const [pass, rule, category] = ['pass', 'rule', 'category'].map((name) => asked.get(name));
  const everyLevel = levels.length === 3;
  const narrowed = !everyLevel || rule !== '' || category !== '';
  let shown = 0;
  let findings = 0;
  for (const reply of replies) {
    const kept = new Set();
    for (const card of reply.querySelectorAll('.finding')) {
      const { level, rule: itsRule, category: its, number } = card.dataset;
      const fits = levels.includes(level) && (rule === '' || rule === itsRule) && (category === '' || category === its);
      card.hidden = !fits;
      if (fits) kept.add(number);
    }
    for (const mark of reply.querySelectorAll('mark'))
      mark.classList.toggle('off', !mark.dataset.of.split(' ').some((number) => kept.has(number)));
    const fits =
      (pass === '' || reply.dataset.pass === pass) && (!narrowed || kept.size > 0) && search.every((word) => wordsOf(reply).includes(word));
    reply.hidden = !fits;
    shown += Number(fits);
    findings += fits ? kept.size : 0;
  }
  const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;
  form.querySelector('output').textContent =
    `${plural(shown, 'reply', 'replies')} of ${replies.length} shown, with ${plural(findings, 'finding', 'findings')}`;
}

function order() {
  const way = form.elements.namedItem('order').value;
  const by = { worst: (a, b) => a.dataset.score - b.dataset.score, best: (a, b) => b.dataset.score - a.dataset.score }[way];
  list.append(...(by ? [...replies].sort(by) : replies));
}

if (form) {
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => (apply(), order())));
  form.elements.namedItem('order').addEventListener('change', order);
  form.addEventListener('click', (event) => {
    const what = event.target.dataset.do;
    if (what) for (const reply of replies) if (!reply.hidden) reply.open = what === 'open';
  });
  apply();
}

/** Opens the reply that holds what a link leads to, before the browser goes there. */
function show(target) {
  const reply = target?.closest('.reply');
  if (reply) reply.open = true;
}

function shown() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  show(target);
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link) show(document.getElementById(link.hash.slice(1)));
});
addEventListener('hashchange', shown);
shown();

addEventListener('beforeprint', () => {
  for (const reply of replies) reply.open = true;
});

function step(by) {
  const cards = [...document.querySelectorAll('.reply:not([hidden]) .finding:not([hidden])')];
  if (cards.length === 0) return;
  const at = cards.indexOf(document.activeElement.closest('.finding'));
  const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length];
  show(next);
  next.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
  if (event.key === 'n') step(1);
  else if (event.key === 'p') step(-1);
  else if (event.key === '/' && form) {
    event.preventDefault();
    form.elements.namedItem('words').focus();
  }
});
for (const keys of document.querySelectorAll('.keys')) keys.hidden = false;

const theme = document.getElementById('theme');
theme.parentElement.hidden = false;
theme.addEventListener('change', () => {
  if (theme.value) document.documentElement.dataset.theme = theme.value;
  else delete document.documentElement.dataset.theme;
});
