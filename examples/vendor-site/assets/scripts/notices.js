// A notice that was opened leads to where its record is.
document.addEventListener('prm-notice-opened', ({ recordType }) => {
  const page = recordType === 'lead' ? '/partners/leads' : '/partners/deals';
  if (location.pathname !== page) location.assign(page);
});
