const forms = [...document.querySelectorAll('form')];
const footer = document.querySelector('footer');
const [output, button] = [footer.querySelector('output'), footer.querySelector('button')];
const sentences = new Map();
const decisionOf = (form) => {
  const { accept, target, note } = form.elements;
  const { shown, ...sentence } = sentences.get(form);
  const isEdited = target.value !== shown;
  if (!accept.checked && !isEdited && note.value === '') return [];
  return [
    {
      ...sentence,
      ...(accept.checked && { accept: true }),
      ...(isEdited && { target: target.value }),
      ...(note.value !== '' && { note: note.value }),
    },
  ];
};
const decisions = () => forms.flatMap(decisionOf);
const count = () => {
  const made = decisions().length;
  output.textContent = made === 0 ? output.dataset.none : output.dataset.some.replace('#', made);
  button.disabled = made === 0;
};
for (const form of forms) {
  const sentence = JSON.parse(form.dataset.sentence);
  const { target } = form.elements;
  target.value = sentence.seen.target;
  // A field has no carriage returns.
  sentences.set(form, { ...sentence, shown: target.value });
  form.hidden = false;
  form.addEventListener('input', count);
  form.addEventListener('submit', (event) => event.preventDefault());
}
footer.hidden = forms.length === 0;
count();
button.addEventListener('click', () => {
  const text = JSON.stringify({ wordferry: 'decisions/1', decisions: decisions() }, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/json' }));
  link.download = 'decisions.json';
  link.click();
  URL.revokeObjectURL(link.href);
});
