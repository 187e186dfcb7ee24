// Comfort only: everything can be read without this.
(function () {
  'use strict';
  var notes = Array.prototype.slice.call(document.querySelectorAll('details.note'));
  var current = -1;

  function shown() {
    return notes
      .filter(function (note) { return !note.hidden; })
      .sort(function (a, b) { return number(a) - number(b); });
  }

  function number(note) {
    return Number(note.querySelector('.told').id.replace('change-', ''));
  }

  function show(note) {
    var fold = note.parentElement.closest('details');
    if (fold) fold.open = true;
    notes.forEach(function (other) { other.classList.toggle('current', other === note); });
    document.querySelectorAll('.rail a[aria-current]').forEach(function (a) { a.removeAttribute('aria-current'); });
    var link = document.querySelector('.rail a[href="#' + note.querySelector('.told').id + '"]');
    if (link) link.setAttribute('aria-current', 'true');
    note.open = true;
    note.scrollIntoView({ block: 'center' });
    note.querySelector('summary').focus({ preventScroll: true });
    current = shown().indexOf(note);
  }

  function walk(step) {
    var list = shown();
    if (!list.length) return;
    current = Math.max(0, Math.min(list.length - 1, current + step));
    show(list[current]);
  }

  function target(hash) {
    var told = hash && /^#change-\d+$/.test(hash) && document.querySelector(hash);
    return told ? told.closest('details.note') : null;
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#change-"]');
    var note = link && target(link.getAttribute('href'));
    if (note) {
      event.preventDefault();
      history.replaceState(null, '', link.getAttribute('href'));
      show(note);
    }
    var step = event.target.closest('[data-walk]');
    if (step) walk(Number(step.dataset.walk));
    var copy = event.target.closest('.copyit');
    if (copy) copyText(copy);
  });

  function copyText(button) {
    var pre = button.parentElement.querySelector('pre');
    function done() { button.textContent = 'Copied'; }
    function select() {
      var range = document.createRange();
      range.selectNodeContents(pre);
      var selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      button.textContent = 'Selected: press Ctrl C';
    }
    if (navigator.clipboard) navigator.clipboard.writeText(pre.textContent).then(done, select);
    else select();
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === 'j') walk(1);
    if (event.key === 'k') walk(-1);
  });

  var filters = document.querySelectorAll('[data-filter], [data-kindfilter]');

  function off(attribute) {
    return Array.prototype.filter
      .call(document.querySelectorAll('[' + attribute + ']'), function (box) { return !box.checked; })
      .map(function (box) { return box.getAttribute(attribute); });
  }

  function filter() {
    var severities = off('data-filter');
    var kinds = off('data-kindfilter');
    document.querySelectorAll('[data-severity]').forEach(function (element) {
      element.hidden =
        severities.indexOf(element.dataset.severity) >= 0 || kinds.indexOf(element.dataset.kind) >= 0;
    });
    document.querySelectorAll('.rail h3').forEach(function (head) {
      head.hidden = !head.nextElementSibling.querySelector('li:not([hidden])');
    });
    current = -1;
    join();
  }

  filters.forEach(function (box) { box.addEventListener('change', filter); });

  // A passage that stands at another place: a line from the one place to the other.
  var texts = document.getElementById('texts');
  var joins = null;

  function join() {
    if (joins) joins.remove();
    joins = null;
    if (!texts || !matchMedia('(min-width: 44.01rem)').matches) return;
    var frame = texts.getBoundingClientRect();
    var path = '';
    var seen = {};
    texts.querySelectorAll('.cell.a .move > a').forEach(function (from) {
      var href = from.getAttribute('href');
      var to = texts.querySelector('.cell.b .move > a[href="' + href + '"]');
      if (!to || seen[href] || !from.offsetParent || !to.offsetParent) return;
      seen[href] = true;
      var a = from.closest('.cell').getBoundingClientRect();
      var b = to.closest('.cell').getBoundingClientRect();
      var y1 = Math.round(from.getClientRects()[0].top - frame.top + 10);
      var y2 = Math.round(to.getClientRects()[0].top - frame.top + 10);
      var x1 = Math.round(a.right - frame.left + 4);
      var x2 = Math.round(b.left - frame.left - 4);
      path += 'M' + x1 + ' ' + y1 + 'C' + (x1 + 30) + ' ' + y1 + ' ' + (x2 - 30) + ' ' + y2 + ' ' + x2 + ' ' + y2;
    });
    if (!path) return;
    joins = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    joins.setAttribute('class', 'joins');
    joins.setAttribute('aria-hidden', 'true');
    joins.setAttribute('width', Math.round(frame.width));
    joins.setAttribute('height', Math.round(frame.height));
    var line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', path);
    joins.appendChild(line);
    texts.appendChild(joins);
  }

  var waiting = 0;
  function joinSoon() {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(join);
  }
  addEventListener('resize', joinSoon);
  document.addEventListener('toggle', joinSoon, true);

  // A line drawn on the time line from one capture to another compares them. By keys the list below does the same.
  var timeline = document.querySelector('.timeline[data-url]');
  var begun = null;

  function captureAt(event) {
    var dot = event.target.closest && event.target.closest('.timeline a');
    var time = dot && /^\/view\/(\d{14})\//.exec(dot.getAttribute('href'));
    return time && time[1];
  }

  if (timeline && timeline.querySelectorAll('a[href^="/view/"]').length > 1) {
    timeline.querySelector('.draw').hidden = !matchMedia('(pointer: fine)').matches;
    timeline.addEventListener('dragstart', function (event) { event.preventDefault(); });
    timeline.addEventListener('pointerdown', function (event) {
      begun = event.pointerType === 'mouse' && event.button === 0 ? captureAt(event) : null;
    });
    addEventListener('pointerup', function (event) {
      var ended = begun && captureAt(event);
      if (ended && ended !== begun) {
        var pair = [begun, ended].sort();
        location.href = '/compare?url=' + encodeURIComponent(timeline.dataset.url) + '&a=' + pair[0] + '&b=' + pair[1];
      }
      begun = null;
    });
  }

  // On paper every change is told; afterwards those that were folded are folded again.
  var folded = [];
  addEventListener('beforeprint', function () {
    folded = notes.filter(function (note) { return !note.open; });
    folded.forEach(function (note) { note.open = true; });
  });
  addEventListener('afterprint', function () {
    folded.forEach(function (note) { note.open = false; });
  });

  document.querySelectorAll('.tools, .copyit').forEach(function (element) { element.hidden = false; });
  joinSoon();
  var first = target(location.hash);
  if (first) show(first);
})();
