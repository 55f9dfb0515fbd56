// The script of the page: it shows one source at a time, searches all texts, follows links into closed sections, sorts
// the table of sources, and opens everything to print.
#pragma once

#include <whence/whence.hpp>

namespace atlas::html {

using namespace whence;

inline constexpr Text page_script = R"js(
(() => {
  const $ = id => document.getElementById(id);
  const all = (where, what) => [...where.querySelectorAll(what)];
  const entries = all(document, '.entry');
  const first = entries.find(entry => entry.open);
  const browse = $('browse'), list = $('list'), hits = $('hits'), search = $('search'), count = $('count');
  const phone = matchMedia('(max-width:61.99rem)');
  const title = document.title;
  const idOf = entry => entry.querySelector('section').id;
  const make = (name, kind, text) => {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    element.textContent = text;
    return element;
  };

  // One source at a time, and whatever else a link leads to.
  const show = entry => {
    for (const each of entries) {
      each.hidden = each !== entry;
      each.open = each === entry;
    }
    for (const link of all(list, 'a')) {
      const isShown = link.hash === '#' + idOf(entry);
      if (isShown) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      if (isShown && !phone.matches) link.scrollIntoView({block: 'nearest'});
    }
  };
  const follow = isUser => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = $(id);
    if (!target || !target.closest('main')) {
      show(first);
      if (id) {  // words that are no link are searched for
        search.value = id;
        find();
        const best = ranked.find(unit => unit.entry);
        if (best) show(best.entry);
      }
      return;
    }
    const entry = target.closest('.entry');
    if (entry) show(entry);
    else if (!entries.some(each => !each.hidden) || !isUser) show(first);
    for (let details = target.closest('details'); details; details = details.parentElement.closest('details')) {
      details.open = true;
    }
    document.title = entry ? entry.querySelector('h2').lastChild.textContent + ' - ' + title : title;
    if (entry && search.value) mark(entry);
    if (phone.matches) browse.open = false;
    const head = entry ? entry.querySelector('summary') : target;
    if (!entry) head.tabIndex = -1;
    if (isUser) head.focus({preventScroll: true});
    (entry && !phone.matches ? document.body : head).scrollIntoView();
  };

  // What is searched: the parts of each source, and each rule, open question and claim.
  const small = text => text.toLowerCase().replace(/\s+/g, ' ').trim();
  let units = [], ranked = [];
  const unit = (entry, id, name, number, parts) => {
    const texts = parts.map(([label, node]) => ({label, node, text: small(node.textContent)}));
    return {entry, id, name, number, texts, title: small(number + ' ' + (entry ? name : '') + ' ' + id), score: 0};
  };
  const index = () => {
    units = entries.map(entry => unit(entry, idOf(entry), entry.querySelector('h2').lastChild.textContent,
      entry.querySelector('.number').textContent,
      all(entry, 'dt').map(dt => [dt.textContent, dt.nextElementSibling])));
    for (const row of all(document, 'main tr[id]')) {
      units.push(unit(null, row.id, row.cells[1].textContent, row.id,
        [...row.cells].slice(1).filter(cell => !['Named by', 'Shown by'].includes(cell.dataset.label))
          .map(cell => [cell.dataset.label, cell])));
    }
  };
  const has = (unit, word) => unit.title.includes(word) || unit.texts.some(part => part.text.includes(word));
  const weigh = (unit, query, words) => {
    const found = unit.texts.filter(part => part.text.includes(query));
    const exact = found.find(part => all(part.node, 'code').some(code => small(code.textContent).includes(query)));
    unit.part = exact || found[0];
    unit.score = 0;
    if (small(unit.id) === query || small(unit.number) === query) unit.score = 1000;
    else if (unit.title.includes(query)) unit.score = 300;
    else if (found.length) unit.score = 100;
    else if (words.length > 1 && words.every(word => has(unit, word))) unit.score = 10;
    if (!unit.score) return;
    if (unit.entry) unit.score += 20;
    if (exact) unit.score += 40;
    if (unit.part && unit.part.node.closest('.answer')) unit.score += 40;
  };
  const excerpt = (part, query) => {
    const text = part.node.textContent.replace(/\s+/g, ' ').trim();
    const at = text.toLowerCase().indexOf(query), end = at + query.length;
    const before = (at > 30 ? '\u2026' : '') + text.slice(Math.max(0, at - 30), at);
    const after = text.slice(end, end + 40) + (text.length > end + 40 ? '\u2026' : '');
    const where = make('small', '', part.label + ': ' + before);
    where.append(make('mark', '', text.slice(at, end)), after);
    return where;
  };
  const hit = (unit, query) => {
    const item = make('li', '', ''), link = make('a', '', ''), words = make('span', '', unit.name);
    link.href = '#' + unit.id;
    link.append(make('span', 'number', unit.number), words);
    if (unit.part && (unit.entry || unit.part !== unit.texts[0])) words.append(excerpt(unit.part, query));
    item.append(link);
    return item;
  };
  const plural = (number, one, many) => number + ' ' + (number === 1 ? one : many);
  const find = () => {
    if (!units.length) index();
    const query = small(search.value), words = query.split(' ');
    for (const each of units) query ? weigh(each, query, words) : each.score = 0;
    const found = ranked = units.filter(each => each.score).sort((a, b) => b.score - a.score);
    hits.replaceChildren(...found.slice(0, 40).map(each => hit(each, query)));
    hits.hidden = !query;
    list.hidden = !!query;
    if (query || !phone.matches) browse.open = true;
    else browse.open = false;
    const sources = found.filter(each => each.entry).length, others = found.length - sources;
    count.textContent = plural(query ? sources : entries.length, 'source', 'sources') +
      (others ? ', ' + plural(others, 'rule, question or claim', 'rules, questions or claims') : '') +
      (found.length > 40 ? '; the best 40 are shown' : '');
    // Where there is room for both, the best source is shown at once.
    const best = found[0] && found[0].entry;
    if (query && best && !phone.matches) {
      show(best);
      mark(best);
    }
  };
  // The parts of the source that have the words that were searched for.
  const mark = entry => {
    const query = small(search.value);
    for (const old of all(document, '.found')) old.classList.remove('found');
    for (const part of (units.find(each => each.entry === entry) || {texts: []}).texts) {
      part.node.classList.toggle('found', part.text.includes(query));
    }
    const inside = entry.querySelector('details .found');
    if (inside && !entry.querySelector('.answer .found')) inside.closest('details').open = true;
  };

  search.parentElement.hidden = false;
  search.addEventListener('input', find);
  search.addEventListener('keydown', event => {
    const links = all(hits.hidden ? list : hits, 'a');
    if (event.key === 'Enter' && !hits.hidden && links[0]) links[0].click();
    if (event.key === 'ArrowDown' && links[0]) {
      browse.open = true;
      links[0].focus();
      event.preventDefault();
    }
  });
  browse.addEventListener('keydown', event => {
    const links = all(hits.hidden ? list : hits, 'a'), at = links.indexOf(document.activeElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (at < 0 || !step) return;
    (links[at + step] || search).focus();
    event.preventDefault();
  });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && event.target !== search && event.target.tagName !== 'SELECT') {
      search.focus();
      event.preventDefault();
    }
    if (event.key === 'Escape' && search.value) {
      search.value = '';
      find();
      search.focus();
    }
  });
  document.addEventListener('click', event => {  // a link to where one already is
    const link = event.target.closest('a');
    if (link && link.hash && link.hash === location.hash && !link.classList.contains('skip')) follow(true);
  });
  addEventListener('hashchange', () => location.hash === '#content' || follow(true));

  // Everything is open on paper.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all(document, 'details:not([open])');
    for (const details of closed) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });

  const table = $('sources-table'), body = table.tBodies[0], sorter = $('sorter');
  const rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
  const key = (row, column) => row.cells[column].dataset.key || row.cells[column].textContent;
  const order = new Intl.Collator('en', {numeric: true});
  const sort = (column, descending) => {
    rows.sort((a, b) => (descending ? -1 : 1) * order.compare(key(a, column), key(b, column)));
    body.append(...rows);
    const way = descending ? 'descending' : 'ascending';
    heads.forEach((head, i) => head.setAttribute('aria-sort', i === column ? way : 'none'));
    sorter.value = String(column);
  };
  heads.forEach((head, column) => {
    const button = make('button', '', head.textContent);
    button.type = 'button';
    head.replaceChildren(button);
    button.addEventListener('click', () => sort(column, head.getAttribute('aria-sort') === 'ascending'));
  });
  sorter.parentElement.hidden = false;
  sorter.addEventListener('change', () => sort(Number(sorter.value), false));
  sort(0, false);

  document.documentElement.classList.add('js');
  find();
  follow(false);
})();
)js";

}  // namespace atlas::html
