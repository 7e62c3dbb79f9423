// A widget found that its session has ended and the site gives no new one: say so once, and lead to the sign-in.
document.addEventListener('prm-signed-out', ({ error }) => {
  const notice = document.querySelector(error?.status === 403 ? '#no-access' : '#signed-out');
  if (!notice.open) notice.showModal();
});
