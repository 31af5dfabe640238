'use strict';

/* The token stays in the memory of this page and goes nowhere but to this host. */
(() => {
  const form = document.getElementById('sign-in');
  const field = document.getElementById('token');
  const refused = document.getElementById('refused');
  const address = '/api/v1/openapi.json?lang=' + document.documentElement.lang;

  const open = (token, description) => {
    form.hidden = true;
    SwaggerUIBundle({
      spec: description,
      dom_id: '#api',
      validatorUrl: null,
      deepLinking: false,
      docExpansion: 'none',
      defaultModelsExpandDepth: 0,
      requestInterceptor: (request) => {
        if (new URL(request.url, location.href).origin === location.origin) {
          request.headers.Authorization = 'Bearer ' + token;
        }
        return request;
      },
    });
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    refused.hidden = true;
    const token = field.value.trim();
    try {
      const answer = await fetch(address, { headers: { Authorization: 'Bearer ' + token }, credentials: 'omit' });
      if (answer.ok) {
        open(token, await answer.json());
        return;
      }
    } catch (unreachable) {
      console.warn(unreachable);
    }
    refused.hidden = false;
    field.focus();
  });
})();
