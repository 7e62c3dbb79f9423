// Somebody chose, on the overview, what needs attention: lead to the page where it is answered, with the record open.
document.addEventListener('prm-attention', ({ kind, recordId }) => {
  const id = encodeURIComponent(recordId);
  if (kind.startsWith('lead')) location.assign(`/partners/leads?lead=${id}`);
  else if (kind === 'draft_idle' || kind === 'deal_action_required') location.assign(`/partners/deals?draft=${id}#register`);
  else location.assign(`/partners/deals?deal=${id}`);
});
