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

  document.querySelectorAll('[data-filter]').forEach(function (box) {
    box.addEventListener('change', function () {
      document.querySelectorAll('[data-severity="' + box.dataset.filter + '"]').forEach(function (element) {
        element.hidden = !box.checked;
      });
    });
  });

  document.querySelectorAll('.tools, .copyit').forEach(function (element) { element.hidden = false; });
  var first = target(location.hash);
  if (first) show(first);
})();
