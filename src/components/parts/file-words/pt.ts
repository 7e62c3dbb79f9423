import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'file.choose': 'Escolher arquivos ou soltá-los aqui',
  'file.accepts': 'PDF, imagens, arquivos do Office, CSV ou texto, até {limit} cada um.',
  'file.list': 'Arquivos',
  'file.progress': 'Enviando {name}',
  'file.waiting': 'Aguardando…',
  'file.checking': 'Verificando…',
  'file.cancel': 'Cancelar {name}',
  'file.retry': 'Tentar {name} novamente',
  'file.remove': 'Remover {name}',
  'file.dismiss': 'Tirar {name} da lista',
  'file.save': 'Salvar {name} neste dispositivo',
  'file.started': { one: 'Enviando {count} arquivo', other: 'Enviando {count} arquivos' },
  'file.added': 'O arquivo {name} foi enviado',
  'file.cancelled': 'O envio de {name} foi cancelado',
  'file.removed': 'O arquivo {name} foi removido',
  'file.error.kind': 'Este tipo de arquivo não é aceito.',
  'file.error.name': 'Renomeie o arquivo: sem barras e com a extensão correta.',
  'file.error.empty': 'Este arquivo está vazio.',
  'file.error.large': 'Este arquivo é maior que {limit}.',
  'file.error.many': 'No máximo {limit} arquivos.',
  'file.error.unreadable': 'Não é possível ler este arquivo. Ele ainda existe?',
  'file.error.interrupted': 'O envio foi interrompido.',
  'file.error.gone': 'Não chegou antes de a página ser fechada. Escolha-o novamente.',
} satisfies TranslationOf<typeof en>;
